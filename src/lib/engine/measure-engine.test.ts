import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { planExperiment, type ExperimentChoice } from '#lib/measure/experiment.ts';
import type { Round } from '#lib/measure/measurement.ts';
import { registerNodeBackends } from '../../../tests/support/tensorflow.ts';
import { TimingEngine } from './measure-engine.ts';
import type { MeasureProgress, MeasureRequest } from './measure-protocol.ts';
import { measureClockStep } from './pulse.ts';
import { chooseRepetitions, leastSample } from './take-times.ts';

const register = async (): Promise<void> => registerNodeBackends();
const loaders = { wasm: register, cpu: register, webgl: register, webgpu: register };

const choice: ExperimentChoice = {
	subject: 'join',
	channels: 4,
	side: 8,
	place: 16,
	fairness: 'role',
	repghostWidth: 0.5,
	ghostWidth: 0.5,
	pictureSide: 32
};

async function measure(
	engine: TimingEngine,
	changes: Partial<MeasureRequest> = {},
	listen: (progress: MeasureProgress) => void = () => undefined
) {
	const rounds: Round[] = [];
	const request = { experiment: planExperiment(choice), rounds: 8, seed: 1, ...changes };
	const conditions = await engine.measure(request, (progress) => {
		if (progress.stage === 'measuring') rounds.push(...progress.rounds);
		listen(progress);
	});
	return { conditions, rounds, request };
}

describe('a measurement on wasm', () => {
	let engine: TimingEngine;
	beforeEach(async () => {
		engine = new TimingEngine(loaders);
		await engine.start('wasm');
	});

	it('times every thing and the control once a round, each round in an order of its own', async () => {
		const { conditions, rounds, request } = await measure(engine);
		const count = request.experiment.things.length + 1;
		expect(rounds).toHaveLength(8);
		for (const { order, milliseconds, pulse, gap } of rounds) {
			expect([...order].sort()).toEqual(Array.from({ length: count }, (_, index) => index));
			expect(milliseconds).toHaveLength(count);
			for (const time of [...milliseconds, pulse, gap]) expect(time).toBeGreaterThanOrEqual(0);
		}
		expect(new Set(rounds.map(({ order }) => order.join())).size).toBeGreaterThan(4);
		expect(conditions).toMatchObject({ backend: 'wasm', processor: null });
		expect(conditions.clockStep).toBeGreaterThan(0);
		expect(conditions.repetitions).toHaveLength(count);
		for (const repetitions of conditions.repetitions) expect(repetitions).toBeGreaterThan(1);
		expect(conditions.repetitions[4]).toBe(conditions.repetitions[0]);
	});

	it.each([
		{ subject: 'module', fairness: 'macs' },
		{ subject: 'bottleneck', fairness: 'width' },
		{ subject: 'network', fairness: 'role' }
	] as const)('runs every form of a $subject, and leaves nothing behind', async (changes) => {
		const before = tf.memory().numTensors;
		const experiment = planExperiment({ ...choice, ...changes });
		const { rounds } = await measure(engine, { experiment, rounds: 1 });
		expect(rounds).toHaveLength(1);
		for (const time of rounds[0]!.milliseconds) expect(time).toBeGreaterThan(0);
		expect(tf.memory().numTensors).toBe(before);
	});

	it('stops between two rounds, keeps those that are done, and can go on', async () => {
		const before = tf.memory().numTensors;
		const { rounds } = await measure(engine, { rounds: 10_000 }, ({ stage }) => {
			if (stage === 'measuring') void engine.cancel();
		});
		expect(rounds.length).toBeGreaterThan(0);
		expect(rounds.length).toBeLessThan(10_000);
		expect(tf.memory().numTensors).toBe(before);
		expect((await measure(engine, { rounds: 1 })).rounds).toHaveLength(1);
	});

	it('can be stopped while it warms up', async () => {
		const before = tf.memory().numTensors;
		const stopped = measure(engine, {}, ({ stage }) => {
			if (stage === 'warming-up') void engine.cancel();
		});
		await expect(stopped).rejects.toThrow('The call was cancelled.');
		expect(tf.memory().numTensors).toBe(before);
	});
});

it('sees the step of a clock', () => {
	let time = 0;
	expect(measureClockStep(() => Math.floor((time += 0.03) / 0.1) * 0.1)).toBeCloseTo(0.1);
});

describe('what lies between two looks at the clock', () => {
	/** A thing on a made-up processor, for which one has to wait. */
	const waitingFor = (wait: number) => ({
		run: () => new Promise<void>((resolve) => setTimeout(resolve, wait)),
		dispose: () => undefined
	});

	it('takes long enough for the clock', async () => {
		expect(await leastSample(waitingFor(0), 1)).toBeGreaterThanOrEqual(50);
	});

	it('takes long against the wait for the backend', async () => {
		expect(await leastSample(waitingFor(20), 0.005)).toBeGreaterThanOrEqual(190);
	});
});

describe('repetitions', () => {
	it.each([
		['fill the least sample', [1], 5, [5]],
		['are the same for things of about one time', [1, 1.3, 2], 5, [5, 5, 5]],
		['are fewer for what takes far longer', [0.02, 0.03, 0.7, 0.71], 5, [250, 250, 8, 8]],
		['follow the order of the things', [0.7, 0.02], 5, [8, 250]],
		['are one of what is slow', [900, 2000], 5, [1, 1]],
		['have a limit', [0, 1e-6], 5, [2000, 2000]]
	])('%s', (_, milliseconds, least, expected) =>
		expect(chooseRepetitions(milliseconds, least)).toEqual(expected)
	);
});
