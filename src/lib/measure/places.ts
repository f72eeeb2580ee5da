/** Where in the networks of width 1 a bottleneck stands, so that modules are timed at sizes that occur. */
import {
	createArchitecture,
	planBottlenecks,
	type NamedBottleneck
} from '#lib/core/network/architecture.ts';

/** The two bottlenecks that have one role: the same maps go in, and the same come out. */
export interface Place {
	/** Counted from 1. */
	readonly number: number;
	/** Rows, and columns, of the maps that go in, for a picture of 224 × 224. */
	readonly side: number;
	readonly ghost: NamedBottleneck;
	readonly repghost: NamedBottleneck;
}

/** What the stem leaves of 224. */
const FIRST_SIDE = 112;

function listPlaces(): Place[] {
	const repghosts = planBottlenecks(createArchitecture('repghostnet'));
	let side = FIRST_SIDE;
	return planBottlenecks(createArchitecture('ghostnet')).map((ghost, index) => {
		const place = { number: index + 1, side, ghost, repghost: repghosts[index]! };
		side /= ghost.stride;
		return place;
	});
}

export const PLACES: readonly Place[] = listPlaces();
