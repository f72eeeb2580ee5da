import { describe, expect, it } from 'vitest';
import type { KernelEvent, Run, RunEnd, RunOptions } from '#lib/kernel/client.ts';
import { CodeEdits } from '#lib/state/code-edits.svelte.ts';
import { Store } from '#lib/state/storage.ts';
import { CodeCell } from './code-cell.svelte.ts';

interface FakeRun {
	readonly options: RunOptions;
	say(event: KernelEvent): void;
	end(how: RunEnd): void;
}

function open(edits = new CodeEdits(new Store(() => null)), original = 'const a = 1;') {
	const runs: FakeRun[] = [];
	const start = (options: RunOptions): Run => {
		let settle: (how: RunEnd) => void = () => undefined;
		const ended = new Promise<RunEnd>((resolve) => (settle = resolve));
		runs.push({ options, say: options.onevent, end: settle });
		return { ended, stop: () => settle('stopped') };
	};
	const scope = { values: {}, before: '' };
	const kernel = { runner: '/runner.html', title: 'Kernel' };
	return {
		cell: new CodeCell({ snippet: 's', original, scope, edits, kernel, start }),
		runs,
		edits
	};
}

describe('the code of a cell', () => {
	it('is edited until it is what it was, or reset, and a reset can be taken back', () => {
		const { cell } = open();
		expect(cell.edited).toBe(false);
		cell.change('const a = 2;');
		expect(cell.edited).toBe(true);
		cell.reset();
		expect(cell.code).toBe('const a = 1;');
		expect(cell.canUndoReset).toBe(true);
		cell.undoReset();
		expect(cell.code).toBe('const a = 2;');
		expect(cell.canUndoReset).toBe(false);
		cell.change('const a = 1;');
		expect(cell.edited).toBe(false);
	});

	it('comes back in the same version; an edit of an older one is offered, not shown', () => {
		const { cell, edits } = open();
		cell.change('mine');
		expect(open(edits).cell.code).toBe('mine');
		const { cell: newer } = open(edits, 'const a = 3;');
		expect(newer.code).toBe('const a = 3;');
		expect(newer.edited).toBe(false);
		expect(newer.older).toBe('mine');
		newer.showOlder();
		expect(newer.code).toBe('mine');
		expect(newer.older).toBeNull();
	});
});

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
		const done = cell.run(() => 7);
		runs[0]!.say({ kind: 'error', name: 'SyntaxError', message: 'Unexpected token', line: null });
		runs[0]!.end('done');
		await done;
		expect(cell.errorLine).toBe(7);
		cell.change('const a = 2;');
		expect(cell.errorLine).toBeNull();
	});
});
