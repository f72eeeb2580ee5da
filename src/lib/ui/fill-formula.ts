/** Live numbers in a formula that was set at build time: edits of KaTeX's finished HTML as text. */

/** What KaTeX writes for screen readers; its numbers would be the ones of the build. */
const MATHML = /<span class="katex-mathml">.*?<\/span>(?=<span class="katex-html")/gs;

const SLOT = /<span class="[^"]*" data-slot="([^"]*)">/g;
const PART = /data-part="([^"]*)"/g;

/**
 * The formula's HTML for the eye, with `values` in their slots; a slot without a value keeps what the
 * formula says.
 */
export function fillFormula(html: string, values: Readonly<Record<string, string>>): string {
	const visible = html.replace(MATHML, '');
	let filled = '';
	let from = 0;
	for (const match of visible.matchAll(SLOT)) {
		const start = match.index + match[0].length;
		const value = Object.hasOwn(values, match[1]!) ? values[match[1]!] : undefined;
		if (value === undefined || match.index < from) continue;
		const end = endOfSpan(visible, start);
		const space = /<span class="mspace"[^>]*><\/span>$/.exec(visible.slice(start, end))?.[0] ?? '';
		filled += `${visible.slice(from, start)}<span class="mord">${escape(value)}</span>${space}`;
		from = end;
	}
	return filled + visible.slice(from);
}

/** Names of the parts that a formula's terms stand for, each once, from left to right. */
export function partsOf(html: string): string[] {
	return [...new Set([...html.matchAll(PART)].map(([, name = '']) => name))];
}

/** Position of the tag that closes the span whose content begins at `start`. */
function endOfSpan(html: string, start: number): number {
	const tags = /<(\/?)span\b/g;
	tags.lastIndex = start;
	for (let depth = 1; ;) {
		const tag = tags.exec(html);
		if (!tag) return html.length;
		depth += tag[1] === '' ? 1 : -1;
		if (depth === 0) return tag.index;
	}
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
