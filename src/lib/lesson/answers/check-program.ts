/**
 * The program that checks a reader's function in the kernel: it is called on the numbers of a task, and
 * each result comes back as a line of text.
 */
import type { Plain } from '#lib/exercises/code-task.ts';
import type { KernelEvent } from '#lib/kernel/client.ts';

/** Before each result, so that what the function prints itself is not taken for one. */
const MARK = 'result of the check: ';

/** What is run behind the code that makes a function of this name. */
export function checkProgram(name: string, calls: readonly (readonly Plain[])[]): string {
	const asked = JSON.stringify(calls);
	// A block of its own: no name of it is in the way of the reader's.
	return `{ for (const args of ${asked}) print(${JSON.stringify(MARK)} + JSON.stringify(${name}(...args))); }`;
}

/** The result that the kernel says, in a list; an empty one where it says something else. */
export function readResult(event: KernelEvent): readonly unknown[] {
	if (event.kind !== 'text' || !event.text.startsWith(MARK)) return [];
	try {
		return [JSON.parse(event.text.slice(MARK.length))];
	} catch {
		// What is no JSON counts as a result that is none.
		return [null];
	}
}
