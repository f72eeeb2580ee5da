import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { TrainingState } from '#lib/training/train-network.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
const path = join(folder, 'network.safetensors');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const state: TrainingState = {
	trainer: {
		step: 12,
		weights: new Map([['a.weight', { shape: [2], data: Float32Array.from([0.1, -1e-39]) }]]),
		velocities: new Map([['a.weight', { shape: [2], data: Float32Array.from([-0, 3e38]) }]])
	},
	curves: { loss: [2.3, 0.1 + 0.2], accuracy: [0.5, 1], learningRate: [0.1, 1e-5] },
	lossOfEpoch: 1 / 3
};

test('nothing there: nothing to go on with', () => {
	expect(readCheckpoint(join(folder, 'none.safetensors'), 'plan')).toBeNull();
});

test('comes back bit for bit', () => {
	writeCheckpoint(path, state, { plan: 'plan', seconds: 7.25 });
	expect(readCheckpoint(path, 'plan')).toEqual({ state, seconds: 7.25 });
});

test('of another network, recipe or generator it is refused', () => {
	expect(() => readCheckpoint(path, 'another plan')).toThrow(
		'expected a checkpoint of this network, recipe and picture generator, found one of another. Add --fresh to start over.'
	);
});

test('a damaged one is refused', () => {
	const bytes = readFileSync(path);
	writeFileSync(path, bytes.subarray(0, bytes.length - 4));
	expect(() => readCheckpoint(path, 'plan')).toThrow('expected');
});
