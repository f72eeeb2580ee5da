/** Runs a reader's function in the isolated kernel. */
import { runCode, type KernelEvent } from '#lib/kernel/client.ts';
import type { CodeRunner } from './code-runner.ts';

/** Before each result, so that what the function prints itself is not taken for one. */
const MARK = 'result of the check: ';

/** @param runner address of the kernel's document; @param title of its frame */
export function kernelRunner(runner: string, title: string): CodeRunner {
	return async (source, name, calls) => {
		const events: KernelEvent[] = [];
		const asked = JSON.stringify(calls);
		// A block of its own: no name of it is in the way of the reader's. On its own line, behind theirs.
		const code = `${source}\n{ for (const args of ${asked}) print(${JSON.stringify(MARK)} + JSON.stringify(${name}(...args))); }`;
		const run = runCode({
			...{ runner, title, code },
			scope: { values: {}, before: '' },
			onevent: (event) => void events.push(event)
		});
		if ((await run.ended) !== 'done') return { kind: 'stopped' };
		const error = events.find((event) => event.kind === 'error');
		if (error) {
			return { kind: 'error', message: `${error.name}: ${error.message}`, line: error.line };
		}
		return { kind: 'results', results: events.flatMap(readResult) };
	};
}

/** What the kernel says is outside input; a result that is no JSON counts as none. */
function readResult(event: KernelEvent): unknown[] {
	if (event.kind !== 'text' || !event.text.startsWith(MARK)) return [];
	try {
		return [JSON.parse(event.text.slice(MARK.length))];
	} catch {
		return [null];
	}
}
