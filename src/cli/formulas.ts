/** The site's build imports a formula from a `.tex` file as the HTML that KaTeX sets from it. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { setFormula } from '../lib/lesson/source/set-formula.ts';

/** A `.tex` file holds one formula, set on a line of its own. */
export function formulas(): Plugin {
	return {
		name: 'formulas',
		async load(id) {
			if (!id.endsWith('.tex')) return null;
			try {
				return `export default ${JSON.stringify(setFormula(await readFile(id, 'utf8'), true))};`;
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				throw new Error(`${id}: ${reason}`, { cause: error });
			}
		}
	};
}
