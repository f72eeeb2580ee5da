/** The live engine as it is, in Node: steps of folding on TensorFlow.js, broken on purpose and not. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BREAKAGES, FOLD_STEPS, isFrom, type Breakage } from '#lib/core/fold/fold-step-names.ts';
import { followValue } from '#lib/core/follow/follow.ts';
import { computeFoldStep } from '#lib/core/fold/fold-step.ts';
import type { FoldableModule, FoldStepRequest } from '#lib/core/fold/fold-request.ts';
import { buildModule, type ModulePlan } from '#lib/core/network/modules.ts';
import { MODULE_GAINS, randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import * as foldSteps from '#lib/model/fold-steps.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { SAMPLE_SCENES } from '#lib/pictures/scenes/samples.ts';
import { registerNodeBackends } from '../../../tests/support/tensorflow.ts';
import { NotebookEngine } from './live-engine.ts';

vi.mock('#lib/model/fold-steps.ts', { spy: true });

registerNodeBackends();
const present = async () => undefined;

const toy: FoldableModule = { plan: TOY_PLAN, state: TOY_STATE, input: TOY_PICTURES.diagonal };
const whole: FoldStepRequest = { step: 'compare', channel: 0, edits: [], breakages: [] };

/** A module with pseudo-random weights and its input. */
function randomModule(plan: ModulePlan, seed: number): FoldableModule {
	const state = randomStateDict(buildModule(plan), seed, MODULE_GAINS);
	return { plan, state, input: randomPicture([1, plan.inChannels, 7, 6], seed) };
}

let engine: NotebookEngine;

beforeEach(async () => {
	vi.resetAllMocks();
	engine = new NotebookEngine({ wasm: present, cpu: present, webgl: present, webgpu: present });
	await engine.start('cpu');
});

const plans: [string, ModulePlan][] = (['bn', 'identity'] as const).flatMap((branch) =>
	[true, false].map((relu): [string, ModulePlan] => [
		`${branch} branch, ${relu ? 'first' : 'second'} module of a bottleneck`,
		{ family: 'repghost', inChannels: 3, outChannels: 5, relu, branch, form: 'training-time' }
	])
);

describe.each([
	['the toy', toy] as const,
	...plans.map(([name, plan]) => [name, randomModule(plan, 7)] as const)
])('%s', (_, module) => {
	test.each(FOLD_STEPS)(
		'after "%s" it runs, equals the original, and is what core computes',
		async (step) => {
			const before = tf.memory().numTensors;
			const request = { ...whole, step, channel: 1 };
			const { backend, runs, milliseconds, ...found } = await engine.foldStep(module, request);
			const expected = computeFoldStep(module, request);
			expect(tf.memory().numTensors).toBe(before);
			expect([backend, runs]).toEqual(['cpu', 2]);
			expect(milliseconds).toBeGreaterThan(0);
			expect(found.difference).toBeLessThan(1e-5);
			expect(found.largest).toBeGreaterThan(0.5);
			expectAlike(found, expected);
		}
	);
});

/** Equal structure, numbers within float32 rounding. */
function expectAlike(found: unknown, expected: unknown, path = ''): void {
	if (typeof expected === 'number') {
		if (path.endsWith('.difference')) return;
		expect(Math.abs((found as number) - expected), path).toBeLessThan(2e-5);
	} else if (typeof expected === 'object' && expected !== null) {
		expect(Object.keys(found as object).sort(), path).toEqual(Object.keys(expected).sort());
		for (const [key, value] of Object.entries(expected)) {
			expectAlike((found as Record<string, unknown>)[key], value, `${path}.${key}`);
		}
	} else {
		expect(found, path).toEqual(expected);
	}
}

describe('the toy, by hand', () => {
	test('channel 1: 1.5 stretches the kernel, 0.6 goes into its centre, −0.5 − 0.1 is the bias', async () => {
		const { tensors } = await engine.foldStep(toy, whole);
		expect(tensors.scale).toBeCloseTo(1.5, 4);
		expect([...tensors.scaledKernel!].map((tap) => Number(tap.toFixed(2)))).toEqual([
			0.3, -0.9, 0.3, -0.6, 1.2, -0.6, 0, 0.9, -0.3
		]);
		expect(tensors.identityScale).toBeCloseTo(0.6, 4);
		expect(tensors.sumKernel![4]).toBeCloseTo(1.8, 4);
		expect(tensors.kernelBias).toBeCloseTo(-0.5, 4);
		expect(tensors.identityBias).toBeCloseTo(-0.1, 4);
		expect(tensors.sumBias).toBeCloseTo(-0.6, 4);
	});

	test('stepping back gives the very same bits', async () => {
		const there = await engine.foldStep(toy, { ...whole, step: 'scale-kernel' });
		await engine.foldStep(toy, whole);
		const back = await engine.foldStep(toy, { ...whole, step: 'scale-kernel' });
		expect(back.tensors).toEqual(there.tensors);
		expect(back.maps).toEqual(there.maps);
		expect(back.runs).toBe(6);
	});

	test('an edit moves original and fold together, and is undone by leaving it out', async () => {
		const plain = await engine.foldStep(toy, whole);
		const edits = [{ key: 'cheap_operation.0.weight', index: 4, value: 3 }];
		const edited = await engine.foldStep(toy, { ...whole, edits });
		expect(edited.tensors.kernel[4]).toBe(3);
		expect(edited.tensors.sumKernel![4]).toBeCloseTo(3 * 1.5 + 0.6, 3);
		expect(edited.maps.reference.data).not.toEqual(plain.maps.reference.data);
		expect(edited.difference).toBeLessThan(1e-5);
		expect((await engine.foldStep(toy, whole)).maps).toEqual(plain.maps);
	});

	test('an edit, a channel or a module that is not there is refused in words', async () => {
		const edit = { key: 'cheap_operation.0.weight', index: 99, value: 1 };
		await expect(engine.foldStep(toy, { ...whole, edits: [edit] })).rejects.toThrow(
			'cheap_operation.0.weight, value 100: the module has a tensor of 2 × 1 × 3 × 3'
		);
		await expect(engine.foldStep(toy, { ...whole, channel: 2 })).rejects.toThrow('Channel 3');
		const before = tf.memory().numTensors;
		const plan = { ...TOY_PLAN, branch: 'none' } as const;
		await expect(engine.foldStep({ ...toy, plan }, whole)).rejects.toThrow('one branch');
		expect(tf.memory().numTensors).toBe(before);
	});
});

describe.each(Object.entries(TOY_PICTURES))('the toy on "%s", broken on purpose', (_, input) => {
	test.each(BREAKAGES)(
		'"%s" moves the readout by more than 0.01 at the last step',
		async (breakage) => {
			const before = tf.memory().numTensors;
			const { difference } = await engine.foldStep(
				{ ...toy, input },
				{ ...whole, breakages: [breakage] }
			);
			expect(tf.memory().numTensors).toBe(before);
			expect(difference).toBeGreaterThan(1e-2);
		}
	);
});

describe('where a mistake first shows', () => {
	const first = {
		epsilon: 'scale-and-shift',
		'forget-bias': 'identity-bias',
		'centre-plus-one': 'scale-identity',
		'relu-before-add': 'add-kernels',
		'batch-statistics': 'scale-and-shift'
	} as const;

	test.each(BREAKAGES)('"%s"', async (breakage) => {
		for (const step of FOLD_STEPS) {
			const { difference } = await engine.foldStep(toy, { ...whole, step, breakages: [breakage] });
			if (isFrom(step, first[breakage])) expect(difference, step).toBeGreaterThan(1e-2);
			else expect(difference, step).toBeLessThan(1e-5);
		}
	});
});

describe('nothing is computed beforehand', () => {
	test('a wrong function of model moves the readout', async () => {
		expect((await engine.foldStep(toy, whole)).difference).toBeLessThan(1e-5);
		vi.mocked(foldSteps.addKernels).mockImplementation((a, b) => tf.sub(a, b));
		expect((await engine.foldStep(toy, whole)).difference).toBeGreaterThan(0.1);
		vi.mocked(foldSteps.addKernels).mockReset();
		vi.mocked(foldSteps.batchNormShift).mockImplementation(({ beta }) => beta.clone());
		expect((await engine.foldStep(toy, whole)).difference).toBeGreaterThan(0.1);
	});

	test('each step runs the functions of model anew', async () => {
		vi.mocked(foldSteps.scaleKernel).mockClear();
		await engine.foldStep(toy, whole);
		await engine.foldStep(toy, whole);
		expect(foldSteps.scaleKernel).toHaveBeenCalledTimes(4);
	});
});

describe('a step with everything in it', () => {
	test.each([[], ['batch-statistics'], ['relu-before-add', 'epsilon']] as Breakage[][])(
		'broken by %j: each number is what it was made of',
		async (...breakages) => {
			const before = tf.memory().numTensors;
			for (const step of FOLD_STEPS) {
				const record = await engine.recordFoldStep(toy, { ...whole, step, breakages });
				for (const run of [record.original, record.soFar]) {
					for (const { name } of run.graph.nodes) {
						const found = followValue(run, name, [0, 1, 2, 3]);
						const made = resultOf(found);
						expect(Math.abs(found.value - made), `${step} ${name}`).toBeLessThan(2e-5);
					}
				}
			}
			expect(tf.memory().numTensors).toBe(before);
		}
	);

	/** What the terms give by their rule. */
	function resultOf({ rule, terms }: ReturnType<typeof followValue>): number {
		const sum = terms.reduce((total, term) => total + term.value, 0);
		return rule === 'relu' ? Math.max(0, sum) : sum;
	}
});

describe('any graph', () => {
	test('training mode normalises with the batch, and says by what', async () => {
		const graph = {
			inputChannels: 1,
			nodes: [
				{ name: 'bn', inputs: ['input'], operation: { kind: 'batch-norm', channels: 1 } as const }
			],
			output: 'bn',
			layers: [],
			modules: []
		};
		const vector = (value: number) => ({ shape: [1], data: Float32Array.of(value) });
		const state = new Map([
			['bn.weight', vector(1)],
			['bn.bias', vector(0)],
			['bn.running_mean', vector(0)],
			['bn.running_var', vector(1)]
		]);
		const run = (values: number[], batchStatistics: boolean) =>
			engine.runGraph({
				...{ graph, state, batchStatistics, keep: [] },
				input: { shape: [3, 1, 1, 1], data: Float32Array.from(values) }
			});
		const before = tf.memory().numTensors;
		const quiet = await run([0, 2, 4], true);
		const loud = await run([0, 2, 10], true);
		expect(quiet.maps.get('bn')!.data[1]).toBeCloseTo(0, 5);
		expect(loud.maps.get('bn')!.data[1]).toBeCloseTo(-0.4629, 3);
		expect(loud.statistics.get('bn')!.mean.data[0]).toBeCloseTo(4, 5);
		expect(loud.statistics.get('bn')!.variance.data[0]).toBeCloseTo(56 / 3, 4);
		const [a, b] = [await run([0, 2, 4], false), await run([0, 2, 10], false)];
		expect(a.maps.get('bn')!.data[1]).toBe(b.maps.get('bn')!.data[1]);
		expect(tf.memory().numTensors).toBe(before);
		expect(b.runs).toBe(4);
	});

	test('a BN folded alone: E2 by hand', async () => {
		const vector = (...values: number[]) => ({
			shape: [values.length],
			data: Float32Array.from(values)
		});
		const fold = (bias: number | null) =>
			engine.foldBatchNorm({
				kernel: { shape: [1, 1, 1, 1], data: Float32Array.of(0.5) },
				bias: bias === null ? null : vector(bias),
				...{ gamma: vector(3), beta: vector(1), mean: vector(3), variance: vector(4), epsilon: 0 }
			});
		const plain = await fold(null);
		expect([plain.scale.data[0], plain.kernel.data[0], plain.bias.data[0]]).toEqual([
			1.5, 0.75, -3.5
		]);
		expect((await fold(4)).bias.data[0]).toBe(2.5);
	});
});

describe('a trained network', () => {
	const file = (name: string) =>
		new File([readFileSync(`static/networks/${name}.safetensors`)], `${name}.safetensors`);
	const picture = drawScene(SAMPLE_SCENES[0]!.scene, 64, 64);

	test('its modules open with what goes into them, and fold', async () => {
		const before = tf.memory().numTensors;
		const network = await engine.openNetwork(
			'a',
			{ kind: 'file', file: file('scenes-repghost') },
			() => undefined
		);
		expect(network.modules).toHaveLength(14);
		for (const { name, channels } of network.modules.slice(0, 3)) {
			const module = await engine.openNetworkModule('a', name, picture);
			expect(module.plan.outChannels).toBe(channels);
			const { difference, largest } = await engine.foldStep(module, {
				...whole,
				channel: channels - 1
			});
			expect(difference).toBeLessThan(1e-5 * Math.max(1, largest));
		}
		await engine.start('cpu');
		expect(tf.memory().numTensors).toBe(before);
	});

	test('its branches vanish one by one and the logits stay', async () => {
		await engine.openNetwork('a', { kind: 'file', file: file('scenes-repghost') }, () => undefined);
		let operations = Infinity;
		let parameters = Infinity;
		for (const folded of [0, 1, 7, 14]) {
			const result = await engine.foldNetwork('a', folded, picture);
			expect(result.difference).toBeLessThan(1e-5 * Math.max(1, result.largest));
			expect(result.operations).toBeLessThan(operations);
			expect(result.parameters).toBeLessThan(parameters);
			({ operations, parameters } = result);
		}
	});

	test('what was not opened is said', async () => {
		await expect(engine.foldNetwork('b', 0, picture)).rejects.toThrow('not open any more');
	});

	test.each(['scenes-repghost-plain', 'scenes-ghost'])('%s has no branch to fold', async (name) => {
		await expect(
			engine.openNetwork('a', { kind: 'file', file: file(name) }, () => undefined)
		).rejects.toThrow('nothing to fold');
	});
});
