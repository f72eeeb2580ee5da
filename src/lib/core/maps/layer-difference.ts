/**
 * Two runs layer by layer: which layers can be compared value by value, and how far apart they are. The
 * tolerance is that of PyTorch's `allclose`, |a − b| ≤ atol + rtol · |a|, with both 1e-5 and the largest
 * |a| of the layer.
 */
import { align } from '#lib/core/align.ts';
import type { LayerOutline } from '#lib/core/network/blocks.ts';
import { mapShape, type Place } from './map-statistics.ts';
import { formatShape, sizeOf, type Tensor } from '#lib/core/tensor.ts';

export interface LayerPair<L extends LayerOutline = LayerOutline> {
	readonly name: string;
	/** Null where the other run alone has a layer of this name. */
	readonly a: L | null;
	readonly b: L | null;
	/** Both have it, and of one shape. */
	readonly comparable: boolean;
}

/** The layers of both runs in running order, each name once. */
export function pairLayers<L extends LayerOutline>(
	a: readonly L[],
	b: readonly L[]
): LayerPair<L>[] {
	return align(a, b, (one, other) => (one.name === other.name ? 1 : 0)).map((pair) => ({
		name: (pair.a ?? pair.b)!.name,
		a: pair.a,
		b: pair.b,
		comparable:
			pair.a !== null && pair.b !== null && formatShape(pair.a.shape) === formatShape(pair.b.shape)
	}));
}

export interface ValueDifference {
	/** Largest |a − b|; NaN where either holds a value that is no number. */
	readonly largest: number;
	/** How far apart rounding alone may bring them. */
	readonly tolerance: number;
}

const ABSOLUTE_TOLERANCE = 1e-5;
const RELATIVE_TOLERANCE = 1e-5;

/**
 * How far the values of one layer are apart in two runs.
 * @throws Error when the shapes differ
 */
export function compareValues(a: Tensor, b: Tensor): ValueDifference {
	requireOneShape(a, b);
	let largest = 0;
	let reference = 0;
	for (let index = 0; index < a.data.length; index++) {
		const value = a.data[index]!;
		const difference = Math.abs(value - b.data[index]!);
		if (Number.isNaN(difference)) return { largest: NaN, tolerance: NaN };
		if (difference > largest) largest = difference;
		if (Math.abs(value) > reference) reference = Math.abs(value);
	}
	return { largest, tolerance: ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * reference };
}

/** a − b, value by value; throws when the shapes differ. */
export function subtractMaps(a: Tensor, b: Tensor): Tensor {
	requireOneShape(a, b);
	return { shape: a.shape, data: a.data.map((value, index) => value - b.data[index]!) };
}

export interface MapDifference {
	/** Position among the layer's maps, from 0. */
	readonly channel: number;
	/** Largest |a − b| of this map, and where it stands first. NaN counts as the largest of all. */
	readonly largest: number;
	readonly place: Place;
}

/**
 * The maps of a difference [1, C, H, W], those with the largest differences first; equal ones in the
 * order of the channels.
 */
export function rankDifferences(difference: Tensor): MapDifference[] {
	const { channels, rows, columns } = mapShape(difference);
	const maps = Array.from({ length: channels }, (_, channel) =>
		largestOf(difference.data, channel, rows * columns, columns)
	);
	const rank = ({ largest }: MapDifference) => (Number.isNaN(largest) ? Infinity : largest);
	return maps.sort((one, other) => {
		const [left, right] = [rank(one), rank(other)];
		return left === right ? one.channel - other.channel : right - left;
	});
}

function largestOf(
	data: Float32Array,
	channel: number,
	size: number,
	columns: number
): MapDifference {
	let at = 0;
	let largest = -1;
	for (let index = 0; index < size && !Number.isNaN(largest); index++) {
		const here = Math.abs(data[channel * size + index]!);
		if (here <= largest) continue;
		largest = here;
		at = index;
	}
	const place = {
		channel,
		row: Math.floor(at / columns),
		column: at % columns,
		value: data[channel * size + at]!
	};
	return { channel, largest, place };
}

function requireOneShape(a: Tensor, b: Tensor): void {
	const same = formatShape(a.shape) === formatShape(b.shape);
	if (same && a.data.length === b.data.length && a.data.length === sizeOf(a.shape)) return;
	throw new Error(
		`Only maps of one shape can be compared: ${formatShape(a.shape)} and ${formatShape(b.shape)}.`
	);
}
