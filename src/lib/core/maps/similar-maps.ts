/**
 * Which feature maps of a layer nearly equal each other: Pearson's correlation of every pair,
 *
 *     r = Σ (a − ā)(b − b̄) / √( Σ (a − ā)² · Σ (b − b̄)² ).
 *
 * |r| = 1 where b = a·A + t exactly. That redundant pairs can be seen in trained networks is the
 * starting point of GhostNet (arXiv 1911.11907, §1 and Fig. 1).
 */
import { mapShape, mapValues } from './map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';

export interface MapPair {
	/** Channels from 0, `first` below `second`. */
	readonly first: number;
	readonly second: number;
	/** From −1 to 1. */
	readonly correlation: number;
}

export interface SimilarMaps {
	/** Every pair of maps that are not set aside, largest |r| first. */
	readonly pairs: readonly MapPair[];
	/** Channels that hold one number nearly everywhere; nothing can be said of their likeness. */
	readonly flat: readonly number[];
	/**
	 * Largest |r| of all pairs when the second of each is turned by 180°: how alike maps of such values
	 * are at places that have nothing to do with each other. 0 without pairs.
	 */
	readonly turned: number;
}

/** A map is flat when its spread is less than this share of the largest in the layer. */
const FLAT = 0.01;

/** @param maps [1, channels, rows, columns], all finite */
export function findSimilarMaps(maps: Tensor): SimilarMaps {
	const { channels } = mapShape(maps);
	const centred = Array.from({ length: channels }, (_, channel) =>
		centre(mapValues(maps, channel))
	);
	const lengths = centred.map((values) => Math.sqrt(dot(values, values)));
	const largest = Math.max(...lengths);
	const isFlat = (channel: number) => !(lengths[channel]! > FLAT * largest);
	const order = Array.from(lengths.keys());
	const alive = order.filter((channel) => !isFlat(channel));
	const pairs: MapPair[] = [];
	let turned = 0;
	for (const [index, second] of alive.entries()) {
		for (const first of alive.slice(0, index)) {
			const [a, b] = [centred[first]!, centred[second]!];
			const product = lengths[first]! * lengths[second]!;
			pairs.push({ first, second, correlation: dot(a, b) / product });
			turned = Math.max(turned, Math.abs(dotTurned(a, b)) / product);
		}
	}
	pairs.sort((p, q) => Math.abs(q.correlation) - Math.abs(p.correlation));
	return { pairs, flat: order.filter(isFlat), turned };
}

/** The root of the mean squared distance from the mean. */
export function spreadOf(values: ArrayLike<number>): number {
	const centred = centre(values);
	return Math.sqrt(dot(centred, centred) / centred.length);
}

function centre(values: ArrayLike<number>): Float64Array {
	const centred = Float64Array.from(values);
	const mean = centred.reduce((sum, value) => sum + value, 0) / centred.length;
	return centred.map((value) => value - mean);
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

/** With rows and columns of `b` from the last to the first. */
function dotTurned(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[b.length - 1 - i]!;
	return sum;
}
