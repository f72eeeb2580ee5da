/**
 * The three forms of a bottleneck as something to run: random weights, folded by `core`, and maps that a
 * small picture is turned into.
 */
import {
	BLOCK_PARTS,
	blockPartOf,
	PAIR_FORMS,
	pairGraph,
	type BlockPair,
	type BlockPart,
	type PairForm
} from '#lib/core/network/block-pair.ts';
import { tensorOf } from '#lib/core/fold/fold.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Graph } from '#lib/core/graph.ts';
import { mapShape } from '#lib/core/maps/map-statistics.ts';
import { MODULE_GAINS, randomStateDict, randomTensor } from '#lib/core/network/random-weights.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';

/** Of weights and of what goes in. */
const SEED = 8;

/** Larger maps are run on a part of this size: enough to see something, small enough to be quick. */
export const LARGEST_SIDE = 24;

interface FormRun {
	readonly graph: Graph;
	readonly state: StateDict;
}

/** A block with everything that is needed to run it. */
export interface PairRun {
	readonly pair: BlockPair;
	/** [1, Cin, side, side]. */
	readonly input: Tensor;
	readonly forms: Readonly<Record<PairForm, FormRun>>;
}

/** What came out of each part, by form; a form lacks the parts that it does not have. */
export type PartMaps = Readonly<Record<PairForm, ReadonlyMap<BlockPart, Tensor>>>;

/** @param picture [1, 3, H, W], of which the input's maps are mixed */
export function preparePair(pair: BlockPair, picture: Tensor): PairRun {
	const [ghost, training, folded] = PAIR_FORMS.map((form) => pairGraph(pair, form)) as [
		Graph,
		Graph,
		Graph
	];
	const state = randomStateDict(training, SEED, MODULE_GAINS);
	return {
		pair,
		input: mixMaps(picture, pair.repghost.inChannels, Math.min(pair.side, LARGEST_SIDE)),
		forms: {
			ghost: { graph: ghost, state: randomStateDict(ghost, SEED, MODULE_GAINS) },
			'training-time': { graph: training, state },
			folded: { graph: folded, state: foldStateDict(training, state, 'folded') }
		}
	};
}

/** Maps of the given size, each its own mixture of the picture's colours. */
function mixMaps(picture: Tensor, channels: number, side: number): Tensor {
	const { channels: colours, rows, columns } = mapShape(picture);
	const weights = randomTensor('input', [channels, colours], SEED, 0, 1).data;
	const data = new Float32Array(channels * side * side);
	for (let index = 0; index < data.length; index++) {
		const channel = Math.floor(index / (side * side));
		const row = Math.floor(((Math.floor(index / side) % side) * rows) / side);
		const column = Math.floor(((index % side) * columns) / side);
		for (let colour = 0; colour < colours; colour++) {
			const value = picture.data[(colour * rows + row) * columns + column]!;
			data[index]! += weights[channel * colours + colour]! * value;
		}
	}
	return { shape: [1, channels, side, side], data };
}

/** For each part of a form, the node whose output leaves it: after its batch norm and ReLU. */
export function partOutputs(graph: Graph): ReadonlyMap<BlockPart, string> {
	const last = new Map(graph.nodes.map(({ name }) => [blockPartOf(name), name] as const));
	return new Map(
		BLOCK_PARTS.flatMap((part) => {
			const node = last.get(part);
			return node === undefined ? [] : [[part, node] as const];
		})
	);
}

/** The maps that leave each part, from those of all nodes. */
export function mapsOfParts(
	graph: Graph,
	maps: ReadonlyMap<string, Tensor>
): ReadonlyMap<BlockPart, Tensor> {
	return new Map([...partOutputs(graph)].map(([part, node]) => [part, tensorOf(maps, node)]));
}

/** The same in plain numbers, without the engine. */
export function runPlainly({ forms, input }: PairRun): PartMaps {
	const run = ({ graph, state }: FormRun) => {
		const maps = new Map<string, Tensor>();
		for (const [name, { shape, data }] of evaluateGraph(graph, state, input)) {
			maps.set(name, { shape, data: Float32Array.from(data) });
		}
		return mapsOfParts(graph, maps);
	};
	return {
		ghost: run(forms.ghost),
		'training-time': run(forms['training-time']),
		folded: run(forms.folded)
	};
}
