/** What the snippets about bottlenecks and whole networks must give. */
import { PUBLISHED_WIDTHS } from '#lib/core/network/architecture.ts';
import {
	BLOCK_PARTS,
	blockPairs,
	countBlock,
	pairGraph,
	type PairForm
} from '#lib/core/network/block-pair.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { receptiveField } from '#lib/core/network/receptive-field.ts';
import { roundChannels } from '#lib/core/network/round-channels.ts';
import { inferShapes } from '#lib/core/shapes.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import { addSqueezeExcite } from '#lib/core/network/squeeze-excite.ts';
import { sizeOf, type StateDict, type Tensor } from '#lib/core/tensor.ts';

type Expected = Readonly<Record<string, Tensor>>;

const vector = (...values: number[]): Tensor => ({
	shape: [values.length],
	data: Float32Array.from(values)
});
const tensor = (shape: readonly number[], ...values: number[]): Tensor => ({
	shape,
	data: Float32Array.from(values)
});
/** Block 3 at a width: 24 maps in, 24 out. */
const block = (width: number) => blockPairs(width)[2]!;

/** Weights of convolutions in a module. */
function weightsIn(graph: Graph, prefix: string): number {
	return [...graphParameters(graph).values()]
		.filter(({ node, shape }) => node.startsWith(prefix) && shape.length === 4)
		.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

function widthsOfModules(): Expected {
	const of = (form: PairForm) => {
		const graph = pairGraph(block(1), form);
		return vector(weightsIn(graph, 'ghost1'), weightsIn(graph, 'ghost2'));
	};
	const alone = (inChannels: number, outChannels: number): number =>
		weightsIn(
			buildModule({
				...{ family: 'repghost', branch: 'bn', form: 'training-time', relu: true },
				...{ inChannels, outChannels }
			}),
			''
		);
	return {
		a: of('ghost'),
		b: of('training-time'),
		equal: vector(alone(24, 72), alone(72, 24))
	};
}

/** @param x [1, 2, H, W], what the toy's branches read */
function squeezeExcite(x: Tensor): Expected {
	const builder = new GraphBuilder();
	const graph = builder.finish(2, addSqueezeExcite(builder, INPUT, 2, 1, 'se'));
	const state: StateDict = new Map([
		['se.conv_reduce.weight', tensor([1, 2, 1, 1], 1, -2)],
		['se.conv_reduce.bias', vector(0.5)],
		['se.conv_expand.weight', tensor([2, 1, 1, 1], 3, -4)],
		['se.conv_expand.bias', vector(1, 1)]
	]);
	const maps = evaluateGraph(graph, state, x);
	const of = (node: string, shape: readonly number[]): Tensor => ({
		shape,
		data: Float32Array.from(maps.get(node)!.data)
	});
	return {
		mean: of('se.pool', [1, 2]),
		hidden: of('se.act1', [1, 1]),
		gate: of('se.gate', [1, 2]),
		y: of('se.multiply', x.shape)
	};
}

function costOfWidth(): Expected {
	const macs = (width: number): number[] => {
		const { parts } = countBlock(block(width), 'folded');
		return BLOCK_PARTS.slice(0, 2).map((part) => parts.get(part)!.macs);
	};
	const [one, two] = [macs(1), macs(2)];
	return {
		half: vector(...macs(0.5)),
		one: vector(...one),
		two: vector(...two),
		ratio: vector(...two.map((value, index) => value / one[index]!))
	};
}

/** Behind the stem and the two modules of the first block of the shipped network. */
function fieldsOfFirstBlock(): Expected {
	const { architecture } = SHIPPED_NETWORKS[0]!;
	const graph = buildNetwork(architecture, 'training-time');
	const shapes = inferShapes(graph, [1, 3, 64, 64]);
	const fields = ['act1', 'blocks.0.0.ghost1.relu', 'blocks.0.0.add'].map(
		(node) => receptiveField(graph, shapes, node, { row: 16, column: 16 }).reach.rows
	);
	return {
		jump: vector(1, 2, 2),
		field: vector(...fields.map(({ first, last }) => last - first + 1))
	};
}

function softmax(): Expected {
	const powers = [2, 0, 0, -1].map(Math.exp);
	const total = powers.reduce((sum, power) => sum + power, 0);
	const share = vector(...powers.map((power) => power / total));
	return { share, raised: share, difference: { shape: [], data: Float32Array.of(0) } };
}

const widths = PUBLISHED_WIDTHS.repghostnet;

/** By snippet. */
export const expectedOfNetworks = (x: Tensor): Readonly<Record<string, Expected>> => ({
	'widths-of-modules': widthsOfModules(),
	'squeeze-excite': squeezeExcite(x),
	'round-channels': {
		asked: vector(...widths.map((width) => 16 * width)),
		stem: vector(...widths.map((width) => roundChannels(16 * width)))
	},
	'cost-of-width': costOfWidth(),
	'receptive-field': fieldsOfFirstBlock(),
	softmax: softmax()
});
