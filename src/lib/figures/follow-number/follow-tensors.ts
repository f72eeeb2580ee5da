/** The tensors in which a followed number and those it was made of stand, to be drawn beside each other. */
import { followSource } from '#lib/core/follow/follow.ts';
import type {
	FollowedValue,
	GraphRunRecord,
	GraphSource,
	PartSource
} from '#lib/core/follow/follow-run.ts';
import { isSamePlace, type Place } from '#lib/scene/tensor-grid.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { graphSourceName, nodeName, weightName } from './follow-words.ts';

export interface FollowTensor {
	readonly key: string;
	readonly label: string;
	/** Maps share a scale, and so do weights. */
	readonly kind: 'map' | 'weight';
	/** [rows, columns]. */
	readonly values: Float32Array;
	readonly rows: number;
	readonly columns: number;
	/** Where the numbers in question stand. */
	readonly places: readonly Place[];
	readonly sourceAt: (row: number, column: number) => GraphSource;
}

type Words = Strings['tensors'];

/** The tensor that holds the number; null when the run did not keep it. */
export function tensorOfSource(
	run: GraphRunRecord,
	source: GraphSource,
	words: Words
): FollowTensor | null {
	if (source.kind === 'part') return partTensor(run, source, words);
	return source.kind === 'value' ? mapTensor(run, source, words) : weightTensor(run, source, words);
}

/** The tensors that hold what the number was made of, each once. */
export function tensorsOfTerms(
	run: GraphRunRecord,
	{ terms }: FollowedValue,
	words: Words
): FollowTensor[] {
	const found = new Map<string, FollowTensor>();
	for (const { source } of terms.flatMap(({ factors }) => factors)) {
		const tensor = source && tensorOfSource(run, source, words);
		if (!tensor) continue;
		const known = found.get(tensor.key);
		const places = [...(known?.places ?? []), ...tensor.places];
		found.set(tensor.key, {
			...tensor,
			places: places.filter((place, at) => places.findIndex((p) => isSamePlace(p, place)) === at)
		});
	}
	return [...found.values()];
}

/** A number inside a batch norm, which no tensor holds. */
function partTensor(run: GraphRunRecord, source: PartSource, words: Words): FollowTensor {
	const { full } = graphSourceName(run, source, words);
	return {
		key: full,
		label: full,
		kind: source.part === 'centred' ? 'map' : 'weight',
		values: Float32Array.of(followSource(run, source).value),
		rows: 1,
		columns: 1,
		places: [{ row: 0, column: 0 }],
		sourceAt: () => source
	};
}

/** One channel of a node's output. */
function mapTensor(
	run: GraphRunRecord,
	{ node, place }: Extract<GraphSource, { kind: 'value' }>,
	words: Words
): FollowTensor | null {
	const maps = run.maps.get(node);
	if (!maps) return null;
	const [picture, channel, row, column] = place;
	const [, channels = 0, rows = 0, columns = 0] = maps.shape;
	const start = (picture * channels + channel) * rows * columns;
	return {
		key: `${node} ${channel}`,
		label: words.ofChannel(nodeName(node, words), String(channel + 1)),
		kind: 'map',
		values: maps.data.subarray(start, start + rows * columns),
		rows,
		columns,
		places: [{ row, column }],
		sourceAt: (r, c) => ({ kind: 'value', node, place: [picture, channel, r, c] })
	};
}

/** An output channel's kernel, laid out in a square or, of a 1×1 convolution, in a row; or one number. */
function weightTensor(
	run: GraphRunRecord,
	source: Extract<GraphSource, { kind: 'weight' }>,
	words: Words
): FollowTensor | null {
	const { key, index } = source;
	const weight = run.state.get(key);
	if (!weight) return null;
	const [, inChannels = 1, kernel = 1, width = 1] = weight.shape;
	const taps = inChannels * kernel * width;
	const columns = kernel > 1 ? width : inChannels;
	const start = Math.floor(index / taps) * taps;
	const at = index - start;
	const name = weightName(run, source, words);
	return {
		key: `${key} ${start}`,
		label: taps === 1 ? name.full : words.ofChannel(name.of, String(start / taps + 1)),
		kind: 'weight',
		values: weight.data.subarray(start, start + taps),
		rows: taps / columns,
		columns,
		places: [{ row: Math.floor(at / columns), column: at % columns }],
		sourceAt: (r, c) => ({ kind: 'weight', key, index: start + r * columns + c })
	};
}

/** One scale for all maps of a run, one for all its weights: signed, so that colours can be compared. */
export function followScales(
	run: Pick<GraphRunRecord, 'maps' | 'state'>
): Readonly<Record<FollowTensor['kind'], ColourScale>> {
	const kernels = [...run.state].filter(([, { shape }]) => shape.length > 1);
	return {
		map: signedScale([...run.maps.values()]),
		weight: signedScale(kernels.map(([, tensor]) => tensor))
	};
}

function signedScale(tensors: readonly { readonly data: Float32Array }[]): ColourScale {
	let largest = 0;
	for (const { data } of tensors) {
		for (const value of data) largest = Math.max(largest, Math.abs(value));
	}
	return colourScale(-largest, largest, true);
}
