/** The page's side of a run, with a frame that is none: what it hears, and when it ends the run. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCode, type KernelEvent, type Run, type RunEnd } from './client.ts';
import { LIMITS } from './messages.ts';

/** Takes the place of the kernel's window, and keeps what the page posts. */
class FakeWindow {
	id = '';
	postMessage({ id }: { id: string }): void {
		this.id = id;
	}
}

class FakeFrame extends EventTarget {
	readonly kernel = new FakeWindow();
	readonly contentWindow = { frames: [this.kernel] };
	there = false;
	remove(): void {
		this.there = false;
	}
}

let frame: FakeFrame;
let page: EventTarget;
let heard: KernelEvent[];
let ended: RunEnd | null;
let run: Run;

beforeEach(async () => {
	vi.useFakeTimers();
	page = new EventTarget();
	frame = new FakeFrame();
	vi.stubGlobal('window', Object.assign(page, { setTimeout: globalThis.setTimeout }));
	vi.stubGlobal('document', {
		createElement: () => frame,
		body: {
			append: () => {
				frame.there = true;
				queueMicrotask(() => frame.dispatchEvent(new Event('load')));
			}
		}
	});
	heard = [];
	ended = null;
	run = runCode({
		runner: '/runner.html',
		title: 'Kernel',
		code: '',
		scope: { values: {}, before: '' },
		loadScript: () => Promise.resolve(''),
		onevent: (event) => heard.push(event)
	});
	run.ended.then((how) => (ended = how));
	await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function say(event: unknown, from: unknown = frame.kernel, id?: string): Promise<void> {
	const data = { id: id ?? frame.kernel.id, text: JSON.stringify(event) };
	page.dispatchEvent(Object.assign(new Event('message'), { source: from, data }));
	await vi.advanceTimersByTimeAsync(0);
}

const line = { kind: 'text', text: 'hello' };
const ready = { kind: 'ready', names: [] };

describe('a run', () => {
	it('is in a frame, which is gone at the end', async () => {
		expect(frame.there).toBe(true);
		await say({ kind: 'done' });
		expect(ended).toBe('done');
		expect(frame.there).toBe(false);
	});

	it('hears its own frame, with its own name, until the end', async () => {
		await say(line);
		await say(line, null);
		await say(line, new FakeWindow());
		await say(line, frame.kernel, 'run-0');
		await say(line, frame.contentWindow);
		await say({ kind: 'done' });
		await say(line);
		expect(heard).toEqual([line]);
	});

	it('has one second once it is ready, however often it says so', async () => {
		await vi.advanceTimersByTimeAsync(LIMITS.load - 100);
		await say(ready);
		await vi.advanceTimersByTimeAsync(LIMITS.run - 100);
		await say(ready);
		expect(ended).toBeNull();
		await vi.advanceTimersByTimeAsync(200);
		expect(ended).toBe('time');
		expect(frame.there).toBe(false);
	});

	it('that is never ready ends as well', async () => {
		await vi.advanceTimersByTimeAsync(LIMITS.load + 1);
		expect(ended).toBe('load');
	});

	it('ends when it says too much, whatever it says', async () => {
		for (let message = 0; message <= LIMITS.messages; message++) await say('nonsense');
		expect(ended).toBeNull();
		await say('nonsense');
		expect(ended).toBe('limit');
	});

	it('ends when it is stopped', async () => {
		run.stop();
		await vi.advanceTimersByTimeAsync(0);
		expect(ended).toBe('stopped');
		expect(frame.there).toBe(false);
	});
});
