import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeasureConnection } from '#lib/engine/measure-client.ts';
import type { MeasureProgress, MeasureRequest } from '#lib/engine/measure-protocol.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import { planExperiment } from '#lib/measure/experiment.ts';
import type { Conditions, Measurement } from '#lib/measure/measurement.ts';
import { DEFAULT_CHOICES } from './lab-choices.ts';
import { TimingSession } from './timing-session.svelte.ts';

const conditions: Conditions = {
	...{ backend: 'wasm', processor: null, clockStep: 0.005, repetitions: [3, 3, 3, 9, 3] }
};
const experiment = planExperiment(DEFAULT_CHOICES);
const request = { experiment, rounds: 8, seed: 1, backends: ['wasm'] as Backend[] };

/** An engine that takes rounds when it is told to, and ends when it is cancelled. */
class FakeEngine implements MeasureConnection {
	onfailure: ((message: string) => void) | null = null;
	closed = false;
	readonly missing: readonly Backend[];
	#listen: (progress: MeasureProgress) => void = () => undefined;
	#settle: () => void = () => undefined;
	readonly measuring = vi.fn();

	constructor(missing: readonly Backend[] = []) {
		this.missing = missing;
	}

	async start(requested: Backend) {
		if (!this.missing.includes(requested)) return { backend: requested, requested, refused: [] };
		const refused = [{ backend: requested, reason: 'there is none.' }];
		return { backend: 'wasm' as const, requested, refused };
	}

	measure(_: MeasureRequest, listen: (progress: MeasureProgress) => void): Promise<Conditions> {
		this.#listen = listen;
		this.measuring();
		return new Promise((resolve) => (this.#settle = () => resolve(conditions)));
	}

	async cancel() {
		this.#settle();
	}

	close() {
		this.closed = true;
	}

	tell(count: number): void {
		const round = { order: [4, 3, 2, 1, 0], milliseconds: [5, 3, 6, 0, 5], pulse: 1, gap: 5 };
		const rounds = Array.from({ length: count }, () => round);
		this.#listen({ stage: 'measuring', conditions, rounds });
	}

	finish(): void {
		this.#settle();
	}
}

let engines: FakeEngine[];
let hide: () => void;
let measured: Measurement[];
let session: TimingSession;
let missing: readonly Backend[];

beforeEach(() => {
	engines = [];
	measured = [];
	missing = [];
	const connect = () => {
		const engine = new FakeEngine(missing);
		engines.push(engine);
		return engine;
	};
	session = new TimingSession(connect, {
		now: () => new Date('2026-03-04T05:06:07Z'),
		machine: () => ({ cores: 8, browser: 'test' }),
		watchHidden: (onhidden) => {
			hide = onhidden;
			return () => (hide = () => undefined);
		}
	});
});

const measure = (changes: Partial<typeof request> = {}) =>
	session.measure({ ...request, ...changes }, (measurement) => measured.push(measurement));

/** Waits until the engine number `index` is asked to measure. */
const asked = (index = 0) => vi.waitFor(() => expect(engines[index]?.measuring).toHaveBeenCalled());

describe('a run', () => {
	it('shows its rounds as they come, and ends as a measurement', async () => {
		const running = measure();
		await asked();
		engines[0]!.tell(2);
		expect(session.activity).toMatchObject({ kind: 'measuring', done: 2, of: 8, left: 150 });
		expect(session.live?.rounds).toHaveLength(2);
		engines[0]!.tell(6);
		engines[0]!.finish();
		await running;
		expect(measured).toMatchObject([
			{ ...conditions, taken: '2026-03-04T05:06:07.000Z', hidden: false, roundsWanted: 8 }
		]);
		expect(measured[0]!.rounds).toHaveLength(8);
		expect(session.running).toBe(false);
		expect(engines[0]!.closed).toBe(true);
	});

	it('has a worker of its own on each backend, and says which are missing', async () => {
		missing = ['webgl'];
		const running = measure({ backends: ['webgl', 'wasm', 'cpu'] });
		for (const index of [1, 2]) {
			await asked(index);
			expect(session.live).toBeNull();
			engines[index]!.tell(8);
			engines[index]!.finish();
		}
		await running;
		expect(engines).toHaveLength(3);
		expect(measured).toHaveLength(2);
		expect(session.refused).toEqual([{ backend: 'webgl', reason: 'there is none.' }]);
	});

	it('keeps what it has when it is stopped, and starts no other backend', async () => {
		const running = measure({ backends: ['wasm', 'cpu'] });
		await asked();
		engines[0]!.tell(3);
		session.stop();
		await running;
		expect(measured).toHaveLength(1);
		expect(measured[0]!.rounds).toHaveLength(3);
		expect(engines).toHaveLength(1);
		expect(session.failure).toBeNull();
	});

	it('is no measurement when it is stopped before its first round', async () => {
		const running = measure();
		await asked();
		session.stop();
		await running;
		expect(measured).toEqual([]);
		expect(session.failure).toBeNull();
	});

	it('ends though the worker does not hear that it is to stop', async () => {
		vi.useFakeTimers();
		const running = measure();
		await vi.waitFor(() => expect(engines[0]?.measuring).toHaveBeenCalled());
		engines[0]!.tell(1);
		engines[0]!.cancel = async () => undefined;
		session.stop();
		await vi.advanceTimersByTimeAsync(4000);
		vi.useRealTimers();
		await running;
		expect(measured[0]!.rounds).toHaveLength(1);
		expect(engines[0]!.closed).toBe(true);
	});

	it('remembers that the page was out of sight', async () => {
		const running = measure();
		await asked();
		engines[0]!.tell(8);
		hide();
		expect(session.hidden).toBe(true);
		engines[0]!.finish();
		await running;
		expect(measured[0]!.hidden).toBe(true);
	});

	it('fails with the worker, in one sentence', async () => {
		const running = measure();
		await asked();
		engines[0]!.onfailure?.('The worker has crashed.');
		await running;
		expect(session.failure).toBe('The worker has crashed.');
		expect(session.running).toBe(false);
		expect(measured).toEqual([]);
	});
});
