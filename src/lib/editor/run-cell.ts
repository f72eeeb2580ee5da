/** Runs a cell, and finds where its code is no program: the editor knows, once it was fetched. */
import type { RunEnd } from '#lib/kernel/client.ts';
import type { CodeCell } from './code-cell.svelte.ts';

export async function runCell(cell: CodeCell): Promise<RunEnd> {
	const find = await import('./editor.ts').then(
		({ syntaxErrorLine }) => syntaxErrorLine,
		() => () => null
	);
	return cell.run(find);
}
