/**
 * Whole networks against PyTorch: 64 × 64 with every block's output, and one 224 × 224 run per width,
 * in every form, on cpu and wasm. The largest errors are written to test-results/parity.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Form, Graph } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { randomPicture, randomStateDict, type Gains } from '#lib/core/network/random-weights.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { readFixtureJson } from '../support/fixtures.ts';
import { runModel } from '../support/run-model.ts';
import { useBackend } from '../support/tensorflow.ts';
import { useRunningKernels } from '../support/training-kernels.ts';

interface Summary {
	readonly shape: number[];
	readonly mean: number;
	readonly std: number;
	readonly absmax: number;
	readonly sample_at: number[][];
	readonly sample: number[];
	readonly tol: number;
}

interface NetworkCase {
	readonly id: string;
	readonly config: {
		readonly family: Family;
		readonly width: number;
		readonly num_classes: number;
		readonly input: [number, number, number, number];
	};
	readonly weight_seed: number;
	readonly gains: Gains;
}

interface SmallCase extends NetworkCase {
	readonly runs: readonly {
		readonly image_seed: number;
		readonly taps: Record<string, Summary>;
		readonly logits_summary: Summary;
		readonly logits: number[][];
		readonly top5: number[][];
	}[];
	readonly deploy_weights?: Record<
		string,
		{ shape: number[]; sum: number; l2: number; flat_index: number[]; sample: number[] }
	>;
}

interface LargeCase extends NetworkCase {
	readonly image_seed: number;
	readonly logits: number[];
	readonly tol: number;
	readonly top5: number[];
}

const FORMS = ['training-time', 'deploy', 'folded'] as const satisfies Form[];
const small = readFixtureJson<{ cases: SmallCase[] }>('pytorch/networks.json').cases;
const large = readFixtureJson<{ cases: LargeCase[] }>('pytorch/networks_224.json').cases;
const parity: Record<string, unknown>[] = [];

afterAll(() => {
	mkdirSync('test-results', { recursive: true });
	writeFileSync('test-results/parity.json', JSON.stringify(parity, null, '\t'));
});

function prepare(
	{ config, weight_seed, gains }: NetworkCase,
	form: Form
): { graph: Graph; state: StateDict } {
	const [, channels, rows, columns] = config.input;
	const architecture = createArchitecture(config.family, {
		width: config.width,
		classes: config.num_classes,
		inputShape: [channels, rows, columns]
	});
	const training = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(training, weight_seed, gains);
	return { graph: buildNetwork(architecture, form), state: foldStateDict(training, state, form) };
}

function largest(values: Iterable<number>): number {
	let result = 0;
	for (const value of values) if (!(value <= result)) result = value;
	return result;
}

/** Largest difference of the logits, and where it stands against the tolerance. */
function expectLogits(
	name: string,
	found: Tensor,
	expected: number[],
	tolerance: number,
	about: object
) {
	expect(found.data).toHaveLength(expected.length);
	const error = largest(expected.map((value, index) => Math.abs(found.data[index]! - value)));
	parity.push({ name, ...about, error, tolerance });
	expect(error).toBeLessThanOrEqual(tolerance);
}

function topFive({ data }: Tensor): number[] {
	const order = [...data.keys()].sort((a, b) => data[b]! - data[a]!);
	return order.slice(0, 5);
}

function expectSummary(name: string, found: Tensor, expected: Summary) {
	expect(found.shape, name).toEqual(expected.shape);
	const [, channels, rows, columns] = found.shape as [number, number, number, number];
	expected.sample_at.forEach(([n, c, r, k], index) => {
		const value = found.data[((n! * channels + c!) * rows + r!) * columns + k!]!;
		expect(Math.abs(value - expected.sample[index]!), name).toBeLessThanOrEqual(expected.tol);
	});
	const mean = found.data.reduce((sum, value) => sum + value, 0) / found.data.length;
	expect(Math.abs(mean - expected.mean), name).toBeLessThanOrEqual(expected.tol);
	const absolute = largest(found.data.map(Math.abs));
	expect(Math.abs(absolute - expected.absmax), name).toBeLessThanOrEqual(expected.tol);
}

const TAP_LAYERS: Record<string, string> = {
	stem: 'conv_stem',
	pool: 'global_pool',
	head: 'conv_head'
};

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
	useBackend(backend);
	// The page has them too.
	beforeAll(useRunningKernels);

	describe.each(small)('$id', (fixture) => {
		describe.each(FORMS)('%s', (form) => {
			const { graph, state } = prepare(fixture, form);
			const outputs = new Map(graph.layers.map(({ name, output }) => [name, output]));

			test.each(fixture.runs)('picture $image_seed', async (run) => {
				const picture = randomPicture(fixture.config.input, run.image_seed);
				const results = await runModel(graph, state, picture, outputs.values());
				for (const [tap, summary] of Object.entries(run.taps)) {
					const node = outputs.get(TAP_LAYERS[tap] ?? tap)!;
					expectSummary(`${fixture.id} ${tap}`, results.get(node)!, summary);
				}
				const logits = results.get(graph.output)!;
				const about = { backend, form };
				expectLogits(fixture.id, logits, run.logits[0]!, run.logits_summary.tol, about);
				expect(topFive(logits)).toEqual(run.top5[0]);
			});
		});
	});

	describe.each(large)('$id', (fixture) => {
		test.each(FORMS)('%s', async (form) => {
			const { graph, state } = prepare(fixture, form);
			const picture = randomPicture(fixture.config.input, fixture.image_seed);
			const logits = (await runModel(graph, state, picture)).get(graph.output)!;
			expectLogits(fixture.id, logits, fixture.logits, fixture.tol, { backend, form });
			expect(topFive(logits)).toEqual(fixture.top5);
		});
	});
});

test.each(small.filter(({ deploy_weights }) => deploy_weights))(
	'$id: deploy weights',
	(fixture) => {
		const { state } = prepare(fixture, 'deploy');
		for (const [key, expected] of Object.entries(fixture.deploy_weights!)) {
			const { shape, data } = state.get(key)!;
			expect(shape, key).toEqual(expected.shape);
			expect(
				data.reduce((sum, value) => sum + value, 0),
				key
			).toBeCloseTo(expected.sum, 4);
			expect(Math.hypot(...data), key).toBeCloseTo(expected.l2, 4);
			expected.flat_index.forEach((index, i) => {
				expect(Math.abs(data[index]! - expected.sample[i]!), key).toBeLessThanOrEqual(5e-6);
			});
		}
	}
);

test('deploy keys are the authors’', () => {
	const { keys_0_5x } = readFixtureJson<{ keys_0_5x: { train: string[]; deploy: string[] } }>(
		'facts.json'
	);
	for (const [form, name] of [
		['training-time', 'train'],
		['deploy', 'deploy']
	] as const) {
		const { state } = prepare(small[0]!, form);
		const expected = keys_0_5x[name].filter((key) => !key.endsWith('num_batches_tracked'));
		expect([...state.keys()].sort()).toEqual(expected.sort());
	}
});
