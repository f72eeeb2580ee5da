/**
 * Sphere tracing (John C. Hart, 1996) of many rays against one solid: all rays take their next step
 * together, since a processor works on many distances at once but on the steps of one ray only one
 * after the other. Each ray takes the very steps that it would take alone.
 */
import { findDistances, type Points } from './distance.ts';
import type { Solid } from './solid.ts';

/** A point this near to a solid lies on it, in the solid's unit. */
const TOUCH = 0.0008;

const MOST_STEPS = 48;

/** Rays in a solid's own frame, one after the other. */
export interface Rays {
	/** Directions. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly z: Float64Array;
	/** Where each begins, in lengths of its direction; where it touches, or −1, once it was followed. */
	readonly t: Float64Array;
	/** Where it ends. */
	readonly end: Float64Array;
	/** Its number among the grid's samples. */
	readonly sample: Int32Array;
}

let rays = makeRays(0);
let points = makePoints(0);
/** The part of its direction that is as long as the solid's unit, by ray. */
let paces = new Float64Array(0);
/** The rays still under way. */
let underWay = new Int32Array(0);

function makePoints(count: number): Points {
	const [x, y, z, distance] = Array.from({ length: 4 }, () => new Float64Array(count));
	return { x: x!, y: y!, z: z!, distance: distance! };
}

function makeRays(count: number): Rays {
	const [x, y, z, t, end] = Array.from({ length: 5 }, () => new Float64Array(count));
	return { x: x!, y: y!, z: z!, t: t!, end: end!, sample: new Int32Array(count) };
}

/** Memory for so many rays or more; it is that of the rays before, which are no longer valid. */
export function roomForRays(count: number): Rays {
	if (rays.t.length < count) {
		rays = makeRays(count);
		points = makePoints(count);
		paces = new Float64Array(count);
		underWay = new Int32Array(count);
	}
	return rays;
}

/** Follows the first `count` rays from one origin in the solid's frame; `t` says where each touches. */
export function followRays(solid: Solid, ox: number, oy: number, oz: number, count: number): void {
	const { x, y, z, t } = rays;
	for (let ray = 0; ray < count; ray++) {
		paces[ray] = 1 / Math.sqrt(x[ray]! * x[ray]! + y[ray]! * y[ray]! + z[ray]! * z[ray]!);
		underWay[ray] = ray;
	}
	let left = count;
	for (let step = 0; step < MOST_STEPS && left > 0; step++) {
		for (let place = 0; place < left; place++) {
			const ray = underWay[place]!;
			points.x[place] = ox + t[ray]! * x[ray]!;
			points.y[place] = oy + t[ray]! * y[ray]!;
			points.z[place] = oz + t[ray]! * z[ray]!;
		}
		findDistances(solid, points, left);
		left = stepOn(left);
	}
	for (let place = 0; place < left; place++) t[underWay[place]!] = -1;
}

/** Moves the rays under way by their distances; how many are still under way, closed up. */
function stepOn(count: number): number {
	const { t, end } = rays;
	let left = 0;
	for (let place = 0; place < count; place++) {
		const ray = underWay[place]!;
		const distance = points.distance[place]!;
		if (distance < TOUCH) continue;
		const next = t[ray]! + distance * paces[ray]!;
		const goesOn = next < end[ray]!;
		t[ray] = goesOn ? next : -1;
		underWay[left] = ray;
		if (goesOn) left++;
	}
	return left;
}
