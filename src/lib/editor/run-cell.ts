/** Runs a cell, and finds where its code is no program, with the parser that the editor brings along. */
import type { RunEnd } from '#lib/kernel/client.ts';
import type { CodeCell } from './code-cell.svelte.ts';

export async function runCell(cell: CodeCell): Promise<RunEnd> {
	const find = await import('./syntax-line.ts').then(
		({ syntaxErrorLine }) => syntaxErrorLine,
		() => () => null
	);
	return cell.run(find);
}
