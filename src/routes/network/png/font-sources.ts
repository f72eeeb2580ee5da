/** The fonts of the page, for a worker: it has none of its own, and a text set in others looks foreign. */

/** One `@font-face` of the page's style sheets, its addresses absolute. */
export interface FontSource {
	readonly family: string;
	readonly source: string;
	readonly descriptors: {
		readonly style: string;
		readonly weight: string;
		readonly unicodeRange: string;
	};
}

/** @param sheets `document.styleSheets`; those of other origins, which may not be read, are passed over */
export function fontSources(sheets: Iterable<CSSStyleSheet>): FontSource[] {
	return [...sheets].flatMap((sheet) =>
		[...readable(sheet)].flatMap((rule) =>
			rule instanceof CSSFontFaceRule ? [sourceOf(rule.style, sheet.href)] : []
		)
	);
}

function readable(sheet: CSSStyleSheet): Iterable<CSSRule> {
	try {
		return sheet.cssRules;
	} catch {
		return [];
	}
}

function sourceOf(style: CSSStyleDeclaration, sheet: string | null): FontSource {
	const value = (name: string) => style.getPropertyValue(name);
	return {
		family: value('font-family').replace(/["']/g, ''),
		source: absolute(value('src'), sheet ?? document.baseURI),
		descriptors: {
			style: value('font-style') || 'normal',
			weight: value('font-weight') || 'normal',
			unicodeRange: value('unicode-range') || 'U+0-10FFFF'
		}
	};
}

/** Addresses in a style sheet are relative to it, in a worker to the worker. */
export function absolute(source: string, base: string): string {
	return source.replace(
		/url\(\s*(["']?)(.*?)\1\s*\)/g,
		(_, __, address: string) => `url("${new URL(address, base).href}")`
	);
}
