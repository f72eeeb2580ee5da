/** The site's build takes of KaTeX's style sheet what its formulas use: woff2 only, and no lettering fonts. */
import type { Plugin } from 'vite';

/** Fraktur, script and the like, which no formula here is set in. */
const unusedFonts = ['Caligraphic', 'Fraktur', 'SansSerif', 'Script', 'Typewriter'];

/** The style sheet without the fonts that are not used, and the others as woff2 alone. */
export function trimKatexStyle(css: string): string {
	return css
		.replace(/@font-face\s*\{[^}]*\}\s*/g, (rule) =>
			unusedFonts.some((name) => rule.includes(`KaTeX_${name}`)) ? '' : rule
		)
		.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
}

export function katexStyle(): Plugin {
	return {
		name: 'katex-style',
		enforce: 'pre',
		transform(code, id) {
			return /\/katex\/dist\/katex(?:\.min)?\.css(?:$|\?)/.test(id) ? trimKatexStyle(code) : null;
		}
	};
}
