import { describe, expect, it } from 'vitest';
import type { KernelEvent, Run, RunEnd, RunOptions } from '#lib/kernel/client.ts';
import { CodeEdits } from '#lib/state/lesson/code-edits.svelte.ts';
import { Store } from '#lib/state/shell/storage.ts';
import { CodeCell, type CellOptions } from './code-cell.svelte.ts';

interface FakeRun {
	readonly options: RunOptions;
	say(event: KernelEvent): void;
	end(how: RunEnd): void;
}

function open(more: Partial<CellOptions> = {}) {
	const edits = new CodeEdits(new Store(() => null));
	const runs: FakeRun[] = [];
	const start = (options: RunOptions): Run => {
		let settle: (how: RunEnd) => void = () => undefined;
		const ended = new Promise<RunEnd>((resolve) => (settle = resolve));
		runs.push({ options, say: options.onevent, end: settle });
		return { ended, stop: () => settle('stopped') };
	};
	const scope = { values: {}, before: '' };
	const kernel = { runner: '/runner.html', title: 'Kernel' };
	const original = 'const a = 1;';
	return {
		cell: new CodeCell({ snippet: 's', original, scope, edits, kernel, start, ...more }),
		runs
	};
}

describe('a run', () => {
	it('shows what is said, and is stale once the code changes', async () => {
		const { cell, runs } = open();
		const done = cell.run();
		expect(cell.phase).toBe('loading');
		runs[0]!.say({ kind: 'ready', names: [{ name: 'x', kind: 'tensor', shape: [1] }] });
		expect(cell.phase).toBe('running');
		runs[0]!.say({ kind: 'text', text: 'a = 1' });
		runs[0]!.end('done');
		await done;
		expect(cell.items).toEqual([{ kind: 'text', text: 'a = 1' }]);
		expect(cell.phase).toBe('idle');
		expect(cell.names).toHaveLength(1);
		expect(cell.stale).toBe(false);
		cell.change('const a = 5;');
		expect(cell.stale).toBe(true);
	});

	it('that was stopped says so, and hears nothing of the one before it', async () => {
		const { cell, runs } = open();
		const first = cell.run();
		const second = cell.run();
		runs[0]!.say({ kind: 'text', text: 'late' });
		runs[1]!.say({ kind: 'text', text: 'new' });
		cell.stop();
		await Promise.all([first, second]);
		expect(cell.items).toEqual([
			{ kind: 'text', text: 'new' },
			{ kind: 'end', end: 'stopped' }
		]);
	});

	it('finds the line of code that is no program, and forgets it when the code changes', async () => {
		const { cell, runs } = open();
		const done = cell.run(() => 1);
		runs[0]!.say({ kind: 'error', name: 'SyntaxError', message: 'Unexpected token', line: null });
		runs[0]!.end('done');
		await done;
		expect(cell.errorLine).toBe(1);
		cell.change('const a = 2;');
		expect(cell.errorLine).toBeNull();
	});

	it('goes on behind the code, and what it says to the page alone is not shown', async () => {
		const { cell, runs } = open({
			rest: () => 'check();',
			takes: (event) => event.kind === 'text' && event.text === 'for the page'
		});
		const done = cell.run();
		expect(runs[0]!.options.code).toBe('const a = 1;\ncheck();');
		runs[0]!.say({ kind: 'text', text: 'for the page' });
		runs[0]!.say({ kind: 'text', text: 'for the reader' });
		runs[0]!.say({ kind: 'error', name: 'TypeError', message: 'no', line: 2 });
		runs[0]!.end('done');
		expect(await done).toBe('done');
		expect(cell.items).toEqual([
			{ kind: 'text', text: 'for the reader' },
			{ kind: 'error', name: 'TypeError', message: 'no', line: null }
		]);
	});
});
