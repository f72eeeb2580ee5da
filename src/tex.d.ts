declare module '*.tex' {
	/** The formula as HTML, set at build time (`src/cli/formulas.ts`). */
	const html: string;
	export default html;
}
