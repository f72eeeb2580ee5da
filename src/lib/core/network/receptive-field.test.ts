import { describe, expect, it } from 'vitest';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { graphParameters } from './parameters.ts';
import { receptiveField, spanCentre, spanSize, type Window } from './receptive-field.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { inferShapes, type MapShape } from '#lib/core/shapes.ts';
import { buildNetwork } from './network.ts';
import { SHIPPED_NETWORKS } from './shipped-networks.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

interface Step {
	readonly kernel: number;
	readonly stride?: number;
}

/** Convolutions of one channel, one behind the other, each padded by half its kernel. */
function chain(...steps: readonly Step[]): Graph {
	const builder = new GraphBuilder();
	const output = steps.reduce((input, { kernel, stride = 1 }, index) => {
		return convolution(builder, `conv${index}`, input, kernel, stride);
	}, INPUT);
	return builder.finish(1, output);
}

function convolution(
	builder: GraphBuilder,
	name: string,
	input: string,
	kernel: number,
	stride = 1
): string {
	const padding = Math.floor(kernel / 2);
	return builder.add(
		name,
		{
			...{ kind: 'convolution', inChannels: 1, outChannels: 1, groups: 1, bias: false },
			...{ kernel, stride, padding }
		},
		input
	);
}

/** A strided block with a shortcut, a gate, and a concatenation: what bottlenecks are made of. */
function block(): Graph {
	const builder = new GraphBuilder();
	const stem = convolution(builder, 'stem', INPUT, 3, 2);
	const wide = builder.add('relu', { kind: 'relu' }, convolution(builder, 'wide', stem, 3));
	const narrow = convolution(builder, 'narrow', wide, 5, 2);
	const pool = builder.add('pool', { kind: 'global-average-pool' }, narrow);
	const gate = builder.add('gate', { kind: 'hard-sigmoid' }, pool);
	const gated = builder.add('gated', { kind: 'multiply' }, narrow, gate);
	const shortcut = convolution(builder, 'shortcut', stem, 3, 2);
	const sum = builder.add('sum', { kind: 'add' }, gated, shortcut);
	const joined = builder.add('joined', { kind: 'concat', channels: 2 }, sum, shortcut);
	return builder.finish(1, joined);
}

/** Weights and pictures above zero, so that no change is lost in a ReLU or cancels another. */
function positiveState(graph: Graph): StateDict {
	const tensors = [...graphParameters(graph)].map(([key, { shape }]): [string, Tensor] => {
		const size = shape.reduce((product, extent) => product * extent, 1);
		const data = Float32Array.from({ length: size }, (_, index) => 0.02 + (index % 7) / 200);
		return [key, { shape, data }];
	});
	return new Map(tensors);
}

/** Changes one pixel after the other, and notes which of them move the value. */
function seenByTrying(graph: Graph, node: string, row: number, column: number, shape: MapShape) {
	const [, , rows, columns] = shape;
	const state = positiveState(graph);
	const valueOf = (data: Float32Array): number => {
		const maps = evaluateGraph(graph, state, { shape, data }).get(node)!;
		return maps.data[row * maps.shape[3] + column]!;
	};
	const picture = Float32Array.from({ length: rows * columns }, (_, at) => 0.1 + (at % 5) / 50);
	const before = valueOf(picture);
	const moved = [...picture.keys()].filter((at) => {
		const changed = picture.slice();
		changed[at]! += 0.5;
		return valueOf(changed) !== before;
	});
	const inRows = moved.map((at) => Math.floor(at / columns));
	const inColumns = moved.map((at) => at % columns);
	const span = (places: number[]) => ({ first: Math.min(...places), last: Math.max(...places) });
	return { rows: span(inRows), columns: span(inColumns) } satisfies Window;
}

const fieldOf = (graph: Graph, shape: MapShape, node: string, row: number, column: number) =>
	receptiveField(graph, inferShapes(graph, shape), node, { row, column });

describe('by hand', () => {
	it('grows by k − 1 times the stride of all convolutions before', () => {
		// r ← r + (k − 1) · j, j ← j · s: 1, 3, 3 + 2 · 2 = 7, 7 + 4 · 4 = 23.
		const steps = [
			{ kernel: 3, stride: 2 },
			{ kernel: 3, stride: 2 },
			{ kernel: 5, stride: 1 }
		];
		const graph = chain(...steps);
		const sizes = steps.map((_, index) => {
			const { reach } = fieldOf(graph, [1, 1, 64, 64], `conv${index}`, 8, 8);
			return spanSize(reach.rows);
		});
		expect(sizes).toEqual([3, 7, 23]);
	});

	it('starts half a kernel before the place, and moves by the stride', () => {
		const graph = chain({ kernel: 3, stride: 2 });
		const field = (at: number) => fieldOf(graph, [1, 1, 9, 9], 'conv0', at, 0).reach.rows;
		expect([field(0), field(1)]).toEqual([
			{ first: -1, last: 1 },
			{ first: 1, last: 3 }
		]);
		expect(spanCentre(field(1))).toBe(2.5);
	});

	it('says what is padding and what is picture', () => {
		const { reach, seen } = fieldOf(chain({ kernel: 5 }), [1, 1, 8, 8], 'conv0', 0, 7);
		expect(reach.rows).toEqual({ first: -2, last: 2 });
		expect(seen).toEqual({ rows: { first: 0, last: 2 }, columns: { first: 5, last: 7 } });
	});

	it('of a pixel is the pixel', () => {
		const { seen } = fieldOf(chain({ kernel: 3 }), [1, 1, 8, 8], INPUT, 3, 4);
		expect(seen).toEqual({ rows: { first: 3, last: 3 }, columns: { first: 4, last: 4 } });
	});

	it('refuses a node that is not there', () => {
		expect(() => fieldOf(chain({ kernel: 3 }), [1, 1, 8, 8], 'other', 0, 0)).toThrow('"other"');
	});
});

describe('by changing every pixel', () => {
	const shape: MapShape = [1, 1, 19, 15];

	it.each([
		['a middle', 'narrow', 2, 2],
		['a corner', 'narrow', 0, 0],
		['the far corner', 'narrow', 4, 3],
		['a convolution of stride 1', 'wide', 1, 6],
		['the shortcut', 'shortcut', 3, 1],
		['a pooled value', 'pool', 0, 0]
	])('%s', (_, node, row, column) => {
		const graph = block();
		const { seen, seenWithGates, gated } = fieldOf(graph, shape, node, row, column);
		expect(seen).toEqual(seenByTrying(graph, node, row, column, shape));
		expect(seenWithGates).toEqual(seen);
		expect(gated).toBe(false);
	});

	it('a gated value sees all of the picture, through its convolutions a part', () => {
		const graph = block();
		const { seen, seenWithGates, gated } = fieldOf(graph, shape, 'sum', 2, 1);
		expect(gated).toBe(true);
		expect(seenWithGates).toEqual(seenByTrying(graph, 'sum', 2, 1, shape));
		expect(seenWithGates.rows).toEqual({ first: 0, last: 18 });
		expect(seen).toEqual(fieldOf(graph, shape, 'narrow', 2, 1).seen);
	});

	it('goes through even kernels without padding', () => {
		const builder = new GraphBuilder();
		const plan = { kind: 'convolution', inChannels: 1, outChannels: 1, groups: 1 } as const;
		const rest = { kernel: 4, stride: 3, padding: 0, bias: false };
		const graph = builder.finish(1, builder.add('even', { ...plan, ...rest }, INPUT));
		const { seen } = fieldOf(graph, [1, 1, 13, 13], 'even', 2, 3);
		expect(seen).toEqual(seenByTrying(graph, 'even', 2, 3, [1, 1, 13, 13]));
	});
});

it('of a shipped network is the same in both forms', () => {
	const { architecture } = SHIPPED_NETWORKS[0]!;
	const fields = (['training-time', 'folded'] as const).map((form) => {
		const graph = buildNetwork(architecture, form);
		const layer = graph.layers.find(({ name }) => name === 'blocks.1.1')!;
		return fieldOf(graph, [1, 3, 64, 64], layer.output, 7, 7);
	});
	expect(fields[0]).toEqual(fields[1]);
	expect(fields[0]!.gated).toBe(false);
	expect(spanSize(fields[0]!.reach.rows)).toBeGreaterThan(11);
});
