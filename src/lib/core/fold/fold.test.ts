/** Folding by hand, and as a property: the folded module computes what the branches compute. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBottleneck, shortcutKind } from '#lib/core/network/bottleneck.ts';
import { addTensors, fuseBatchNorm, fuseIdentityBatchNorm, identityKernel } from './fold.ts';
import { foldStateDict } from './fold-network.ts';
import type { Branch, Form, Graph, GraphNode } from '#lib/core/graph.ts';
import { buildModule, type ModulePlan } from '#lib/core/network/modules.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { randomTensor } from '#lib/core/network/random-weights.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

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

/**
 * The same graph with nothing that could cancel: absolute weights, no ReLU, and a gate that is
 * 1 + its input. What it gives for |x| bounds, value by value, everything that rounding can act on:
 * a relative error u in a weight moves an output by at most u times this (the condition of a sum,
 * Higham, "Accuracy and Stability of Numerical Algorithms", §3.1; of a gate, the product rule).
 */
function withoutCancelling(graph: Graph, state: StateDict): { graph: Graph; state: StateDict } {
	const absolute = new Map<string, Tensor>();
	for (const [key, { shape, data }] of state) {
		// BN subtracts its mean, so that a mean below zero is what adds.
		const sign = key.endsWith('running_mean') ? -1 : 1;
		absolute.set(key, { shape, data: data.map((value) => sign * Math.abs(value)) });
	}
	const nodes = graph.nodes.map((node): GraphNode => {
		if (node.operation.kind === 'relu') {
			return { ...node, operation: { kind: 'dropout', rate: 0 } };
		}
		if (node.operation.kind !== 'hard-sigmoid') return node;
		const channels = state.get(`${node.inputs[0]}.bias`)!.shape[0]!;
		absolute.set(`${node.name}.shift`, vector(...Array<number>(channels).fill(1)));
		return { ...node, operation: { kind: 'shift', channels } };
	});
	return { graph: { ...graph, nodes }, state: absolute };
}

/** Largest difference between two forms, in units of what rounding may do to that very value. */
function disagreement(
	build: (form: Form) => Graph,
	form: Form,
	picture: Tensor,
	seed: number
): number {
	const training = build('training-time');
	const state = hostileStateDict(training, seed);
	const graph = build(form);
	const expected = evaluateGraph(training, state, picture).get(training.output)!;
	const found = evaluateGraph(graph, foldStateDict(training, state, form), picture).get(
		graph.output
	)!;
	expect(found.shape).toEqual(expected.shape);
	const bounding = withoutCancelling(training, state);
	const bound = evaluateGraph(bounding.graph, bounding.state, {
		shape: picture.shape,
		data: picture.data.map(Math.abs)
	}).get(training.output)!;
	const folds = training.nodes.filter(({ operation }) => operation.kind === 'batch-norm').length;
	return found.data.reduce((most, value, index) => {
		const allowed = ROUNDINGS_OF_A_FOLD * (folds + 1) * UNIT_ROUNDOFF * bound.data[index]!;
		const difference = Math.abs(value - expected.data[index]!);
		return difference === 0 ? most : Math.max(most, difference / allowed);
	}, 0);
}

/** Half the distance from 1 to the next float32. */
const UNIT_ROUNDOFF = 2 ** -24;

/** A kernel is rounded when its BN is folded in, and once for each branch that is added to it. */
const ROUNDINGS_OF_A_FOLD = 4;

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
					expect(disagreement(build, form, picture, seed)).toBeLessThanOrEqual(1);
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
					expect(disagreement(build, form, picture, seed)).toBeLessThanOrEqual(1);
				}
			),
			{ numRuns: 200 }
		);
	});
});
