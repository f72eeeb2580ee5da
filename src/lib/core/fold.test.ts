/** Folding by hand, and as a property: the folded module computes what the branches compute. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBottleneck, shortcutKind } from './bottleneck.ts';
import { addTensors, fuseBatchNorm, fuseIdentityBatchNorm, identityKernel } from './fold.ts';
import { foldStateDict } from './fold-network.ts';
import type { Branch, Form, Graph } from './graph.ts';
import { buildModule, type ModulePlan } from './modules.ts';
import { graphParameters } from './parameters.ts';
import { randomTensor } from './random-weights.ts';
import { evaluateGraph } from './reference.ts';
import type { StateDict, Tensor } from './tensor.ts';

function vector(...values: number[]): Tensor {
	return { shape: [values.length], data: Float32Array.from(values) };
}

describe('by hand', () => {
	const batchNorm = {
		gamma: vector(3),
		beta: vector(1),
		mean: vector(3),
		variance: vector(4)
	};
	const kernel: Tensor = { shape: [1, 1, 1, 1], data: Float32Array.of(0.5) };

	test('w 0.5, γ 3, β 1, μ 3, σ 2 fold into 0.75 and −3.5; with a bias of 4 into 2.5', () => {
		const fused = fuseBatchNorm(kernel, undefined, batchNorm, 0);
		expect([...fused.kernel.data, ...fused.bias.data]).toEqual([0.75, -3.5]);
		expect([...fuseBatchNorm(kernel, vector(4), batchNorm, 0).bias.data]).toEqual([2.5]);
	});

	test('a BN on the identity changes the centre tap only: γ 0.8, σ 2 give 0.4', () => {
		const identity = fuseIdentityBatchNorm({ ...batchNorm, gamma: vector(0.8) }, 3, 0);
		expect([...identity.kernel.data]).toEqual([0, 0, 0, 0, Math.fround(0.4), 0, 0, 0, 0]);
		expect(identity.bias.data[0]).toBeCloseTo(1 - 3 * 0.4, 6);
	});

	test('at variance 0 only ε is left under the root', () => {
		const { kernel: fused } = fuseBatchNorm(kernel, undefined, {
			...batchNorm,
			variance: vector(0)
		});
		expect(fused.data[0]).toBeCloseTo((0.5 * 3) / Math.sqrt(1e-5), 1);
	});

	test('kernels of different shapes are refused', () => {
		expect(() => addTensors(identityKernel(2), identityKernel(1))).toThrow(
			'Only kernels of one shape can be added: 2 × 1 × 3 × 3 and 1 × 1 × 3 × 3.'
		);
	});
});

/** Weights with negative and zero γ and variances down to 0, which training can produce. */
function hostileStateDict(graph: Graph, seed: number): StateDict {
	return new Map(
		[...graphParameters(graph).values()].map(({ key, shape, role }) => {
			const tensor = randomTensor(key, shape, seed);
			if (role !== 'running_var')
				return [key, zeroSome(tensor, role === 'weight' && shape.length === 1)];
			return [key, { shape, data: tensor.data.map((value) => Math.max(0, value)) }];
		})
	);
}

/** Every third γ becomes exactly 0. */
function zeroSome({ shape, data }: Tensor, zero: boolean): Tensor {
	return { shape, data: zero ? data.map((value, index) => (index % 3 === 0 ? 0 : value)) : data };
}

/** Largest difference between two forms, as a share of the largest value on the way. */
function disagreement(
	build: (form: Form) => Graph,
	form: Form,
	picture: Tensor,
	seed: number
): number {
	const training = build('training-time');
	const state = hostileStateDict(training, seed);
	const graph = build(form);
	const values = evaluateGraph(training, state, picture);
	const expected = values.get(training.output)!;
	const found = evaluateGraph(graph, foldStateDict(training, state, form), picture).get(
		graph.output
	)!;
	expect(found.shape).toEqual(expected.shape);
	const largest = [...values.values()].map(({ data }) =>
		data.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
	);
	const scale = Math.max(...largest);
	return (
		found.data.reduce(
			(most, value, index) => Math.max(most, Math.abs(value - expected.data[index]!)),
			0
		) / scale
	);
}

/**
 * Folded kernels are rounded to float32 once; a tiny variance makes single scales large, and large
 * values may cancel later, so the bound is relative to the largest value on the way.
 */
const ROUNDING = 2e-5;

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const channels = fc.integer({ min: 1, max: 12 });
const side = fc.integer({ min: 1, max: 9 });
const forms = fc.constantFrom<Form>('deploy', 'folded');

describe('properties', () => {
	test('a folded module computes what its branches compute', () => {
		fc.assert(
			fc.property(
				fc.record({
					family: fc.constantFrom('ghost' as const, 'repghost' as const),
					branch: fc.constantFrom<Branch>('bn', 'identity', 'both', 'none'),
					inChannels: channels,
					outChannels: channels,
					relu: fc.boolean()
				}) satisfies fc.Arbitrary<Omit<ModulePlan, 'form'>>,
				fc.tuple(side, side),
				forms,
				seeds,
				(plan, [rows, columns], form, seed) => {
					const picture = randomTensor('x', [1, plan.inChannels, rows, columns], seed + 1);
					const build = (built: Form) => buildModule({ ...plan, form: built });
					expect(disagreement(build, form, picture, seed)).toBeLessThan(ROUNDING);
				}
			),
			{ numRuns: 1000 }
		);
	});

	test('a folded bottleneck computes what its training-time form computes', () => {
		fc.assert(
			fc.property(
				fc.record({
					family: fc.constantFrom('ghost' as const, 'repghost' as const),
					inChannels: channels,
					midChannels: channels,
					outChannels: channels,
					kernel: fc.constantFrom(3, 5),
					stride: fc.constantFrom(1, 2),
					squeezeExcite: fc.integer({ min: 0, max: 4 })
				}),
				fc.tuple(side, side),
				forms,
				seeds,
				(plan, [rows, columns], form, seed) => {
					const picture = randomTensor('x', [1, plan.inChannels, rows, columns], seed + 1);
					const build = (built: Form) =>
						buildBottleneck({
							...plan,
							form: built,
							branch: plan.family === 'repghost' ? 'bn' : 'none',
							shortcut: shortcutKind(plan.inChannels, plan.outChannels, plan.stride)
						});
					expect(disagreement(build, form, picture, seed)).toBeLessThan(ROUNDING);
				}
			),
			{ numRuns: 200 }
		);
	});
});
