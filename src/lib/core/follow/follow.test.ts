import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followSource, followValue } from './follow.ts';
import type { FollowedValue, GraphRunRecord, MapPlace } from './follow-run.ts';
import { combine } from './follow-term.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';

/** A run with every output kept, rounded to float32 as TensorFlow.js has them. */
function record(graph: Graph, state: StateDict, input: Tensor): GraphRunRecord {
	const maps = [...evaluateGraph(graph, state, input)].map(
		([name, { shape, data }]) => [name, { shape, data: Float32Array.from(data) }] as const
	);
	return { graph, state, maps: new Map(maps) };
}

/** Every kind of operation, on pictures of odd sides. */
function everyOperation(): Graph {
	const builder = new GraphBuilder();
	const add = builder.add.bind(builder);
	const convolution = {
		kind: 'convolution',
		stride: 1,
		padding: 0,
		groups: 1,
		bias: false
	} as const;
	add(
		'dense',
		{ ...convolution, inChannels: 3, outChannels: 4, kernel: 3, stride: 2, padding: 1 },
		INPUT
	);
	add('norm', { kind: 'batch-norm', channels: 4 }, 'dense');
	add('relu', { kind: 'relu' }, 'norm');
	const depthwise = { inChannels: 4, outChannels: 4, kernel: 3, padding: 1, groups: 4, bias: true };
	add('depthwise', { ...convolution, ...depthwise }, 'relu');
	add('line', { kind: 'scale-shift', channels: 4 }, 'depthwise');
	add('shift', { kind: 'shift', channels: 4 }, 'relu');
	add('add', { kind: 'add' }, 'line', 'shift');
	add('valid', { ...convolution, inChannels: 4, outChannels: 6, kernel: 3, groups: 2 }, 'add');
	add('same', { ...convolution, inChannels: 6, outChannels: 6, kernel: 1, bias: true }, 'valid');
	add('join', { kind: 'concat', channels: 9 }, 'valid', 'same');
	add('pool', { kind: 'global-average-pool' }, 'join');
	add('gate', { kind: 'hard-sigmoid' }, 'pool');
	add('gated', { kind: 'multiply' }, 'join', 'gate');
	add('pooled', { kind: 'global-average-pool' }, 'gated');
	add('drop', { kind: 'dropout', rate: 0.2 }, 'pooled');
	add('linear', { kind: 'linear', inFeatures: 9, outFeatures: 5 }, 'drop');
	return builder.finish(3, 'linear');
}

const graph = everyOperation();
const gains = { dense: 1, pw: 1, dw: 1, se: 1, fc: 1, bias: 0.3 };

function run(seed: number): GraphRunRecord {
	return record(graph, randomStateDict(graph, seed, gains), randomPicture([2, 3, 7, 9], seed));
}

/** A place in a map, from four numbers in [0, 1). */
function placeIn({ maps }: GraphRunRecord, node: string, shares: readonly number[]): MapPlace {
	const { shape } = maps.get(node)!;
	const [n = 0, c = 0, y = 0, x = 0] = shape.map((extent, axis) =>
		Math.floor(shares[axis]! * extent)
	);
	return [n, c, y, x];
}

/** How far the terms may be from the value: float32 sums of so many and so large terms. */
function slack({ terms }: FollowedValue): number {
	return 1e-6 * terms.reduce((sum, { value }) => sum + Math.abs(value), 1);
}

describe('every operation', () => {
	const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);
	const shares = fc.tuple(share, share, share, share);
	const names = graph.nodes.map(({ name }) => name);

	it.each(names)('%s: the terms give the value, and each factor stands where it says', (name) => {
		fc.assert(
			fc.property(fc.nat(1000), shares, (seed, at) => {
				const record = run(seed);
				const followed = followValue(record, name, placeIn(record, name, at));
				expect(Math.abs(combine(followed) - followed.value)).toBeLessThanOrEqual(slack(followed));
				for (const { value, source } of followed.terms.flatMap(({ factors }) => factors)) {
					if (source) expect(followSource(record, source).value).toBe(value);
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('can be followed back to numbers that were given', () => {
		const record = run(3);
		let kinds = 0;
		let waiting = [followValue(record, 'linear', [1, 2, 0, 0])];
		for (let depth = 0; waiting.length > 0 && depth < 60; depth++) {
			kinds += waiting.filter(({ rule }) => rule === 'given').length;
			// One way back from each: the last factor of the first and of the last term.
			waiting = waiting.slice(0, 8).flatMap(({ terms }) =>
				[terms[0], terms.at(-1)].flatMap((term) => {
					const source = term?.factors.at(-1)?.source;
					return source ? [followSource(record, source)] : [];
				})
			);
		}
		expect(waiting).toEqual([]);
		expect(kinds).toBeGreaterThan(3);
	});
});

describe('the toy module', () => {
	const toy = record(buildModule(TOY_PLAN), TOY_STATE, TOY_PICTURES.diagonal);

	it('has nine products in a depthwise convolution, zeros outside the picture', () => {
		const { rule, terms } = followValue(toy, 'cheap_operation.0', [0, 0, 0, 0]);
		expect(rule).toBe('sum');
		expect(terms).toHaveLength(9);
		expect(terms.map(({ outside }) => outside)).toEqual([
			true,
			true,
			true,
			true,
			false,
			false,
			true,
			false,
			false
		]);
		const [, , , , centre, right] = terms;
		expect(centre!.factors.map(({ source }) => source)).toEqual([
			{ kind: 'weight', key: 'cheap_operation.0.weight', index: 4 },
			{ kind: 'value', node: 'primary_conv.2', place: [0, 0, 0, 0] }
		]);
		expect(right!.tap).toEqual({ row: 1, column: 2 });
		// x = 1 · 0 + 0.5 · 2 there.
		expect(centre!.value).toBeCloseTo(0.8 * 1, 4);
		expect(terms[0]!.value).toBe(0);
	});

	it('takes a batch norm apart: scale, distance from the mean, shift', () => {
		const norm = followValue(toy, 'cheap_operation.1', [0, 0, 2, 2]);
		const [first, beta] = norm.terms;
		expect(beta!.factors[0]!.source).toEqual({
			kind: 'weight',
			key: 'cheap_operation.1.bias',
			index: 0
		});
		const [scale, centred] = first!.factors.map(({ source }) => followSource(toy, source!));
		expect(scale!.rule).toBe('quotient');
		expect(scale!.value).toBeCloseTo(0.75 / Math.sqrt(0.25001), 6);
		expect(combine(scale!)).toBeCloseTo(scale!.value, 12);
		expect(centred!.terms.map(({ minus }) => minus)).toEqual([false, true]);
		expect(combine(centred!)).toBe(centred!.value);
		const deviation = followSource(toy, scale!.terms[1]!.factors[0]!.source!);
		expect(deviation.terms.map(({ value }) => value)).toEqual([0.25, 1e-5]);
		expect(combine(deviation)).toBe(Math.sqrt(0.25 + 1e-5));
	});

	it('uses the epsilon that the run used', () => {
		const deviation = followSource(
			{ ...toy, epsilon: 1e-3 },
			{ kind: 'part', node: 'fusion_bn.0', part: 'deviation', place: [0, 1, 0, 0] }
		);
		expect(deviation.value).toBe(Math.sqrt(Math.fround(0.01) + 1e-3));
	});

	it('says which node is missing', () => {
		expect(() => followValue(toy, 'nowhere', [0, 0, 0, 0])).toThrow('no output of "nowhere"');
		const lost = { ...toy, maps: new Map([...toy.maps].filter(([name]) => name !== 'add')) };
		expect(() => followValue(lost, 'relu', [0, 0, 0, 0])).toThrow('no output of "add"');
	});
});
