/**
 * Signed distances, negative inside, after Inigo Quilez's collection (iquilezles.org/articles/
 * distfunctions). All take a point in the solid's own frame and unit. Where no exact distance is
 * cheap the value is a bound that changes at most as fast as the true one.
 */
import { KINDS, type Solid } from './solid.ts';

/** Half axes a, b, c. */
function ellipsoidDistance(
	a: number,
	b: number,
	c: number,
	x: number,
	y: number,
	z: number
): number {
	const u = x / a;
	const v = y / b;
	const w = z / c;
	const value = Math.sqrt(u * u + v * v + w * w);
	const slope = Math.sqrt((u / a) * (u / a) + (v / b) * (v / b) + (w / c) * (w / c));
	return slope > 0 ? (value * (value - 1)) / slope : -Math.min(a, b, c);
}

/** Half sides a, b, c, edges rounded by d. */
function boxDistance(solid: Solid, x: number, y: number, z: number): number {
	const u = Math.abs(x) - solid.a + solid.d;
	const v = Math.abs(y) - solid.b + solid.d;
	const w = Math.abs(z) - solid.c + solid.d;
	const u0 = Math.max(u, 0);
	const v0 = Math.max(v, 0);
	const w0 = Math.max(w, 0);
	return Math.sqrt(u0 * u0 + v0 * v0 + w0 * w0) + Math.min(Math.max(u, v, w), 0) - solid.d;
}

/** Half height a, radius b below and c above, all rounded outwards by d. */
function coneDistance(solid: Solid, x: number, y: number, z: number): number {
	const { a, b, c } = solid;
	const r = Math.sqrt(x * x + z * z);
	const capX = r - Math.min(r, y < 0 ? b : c);
	const capY = Math.abs(y) - a;
	// The nearest point of the slanted side, as a share of the way from its top to its foot.
	const slant = b - c;
	const along = ((c - r) * -slant + (a - y) * (2 * a)) / (slant * slant + 4 * a * a);
	const share = Math.min(1, Math.max(0, along));
	const sideX = r - c - slant * share;
	const sideY = y - a + 2 * a * share;
	const square = Math.min(capX * capX + capY * capY, sideX * sideX + sideY * sideY);
	return (sideX < 0 && capY < 0 ? -1 : 1) * Math.sqrt(square) - solid.d;
}

/** Radius a, thickness b, only what lies right of c. */
function torusDistance(solid: Solid, x: number, y: number, z: number): number {
	const u = Math.sqrt(x * x + y * y) - solid.a;
	return Math.max(Math.sqrt(u * u + z * z) - solid.b, solid.c - x);
}

/** Radius a at half its height, half height b, wall c, widening by d for each unit of height. */
function cupDistance(solid: Solid, x: number, y: number, z: number): number {
	const { b } = solid;
	const half = solid.c / 2;
	const r = Math.sqrt(x * x + z * z) - y * solid.d - solid.a + half;
	const wallX = Math.abs(r);
	const wallY = Math.max(Math.abs(y) - b + half, 0);
	const floorX = Math.max(r, 0);
	const floorY = y + b - half;
	const square = Math.min(wallX * wallX + wallY * wallY, floorX * floorX + floorY * floorY);
	return 0.97 * (Math.sqrt(square) - half);
}

/** Radius a, height b, cut below the level c. */
function domeDistance(solid: Solid, x: number, y: number, z: number): number {
	return Math.max(ellipsoidDistance(solid.a, solid.b, solid.a, x, y, z), solid.c - y);
}

/** Half length a, half beam b, depth c; bow and stern rise, the stern is cut off square. */
function hullDistance(solid: Solid, x: number, y: number, z: number): number {
	const u = x / solid.a;
	const v = Math.min(0, y) / solid.c;
	const side = Math.abs(z) - solid.b * (1 - u * u) * (1 - 0.55 * v * v);
	const keel = -y - solid.c * (1 - 0.45 * u * u);
	const sheer = y - 0.3 * solid.c * u * u;
	return 0.75 * Math.max(side, keel, sheer, -0.82 * solid.a - x);
}

/** Width a, height b, half thickness c; its middle swells by d. */
function sailDistance(solid: Solid, x: number, y: number, z: number): number {
	const { a, b } = solid;
	const u = x / a + 0.5;
	const v = y / b + 0.5;
	const slope = ((u + v - 1) * a * b) / Math.sqrt(a * a + b * b);
	const flat = Math.max(-u * a, -v * b, slope);
	// 27 u v (1 − u − v) is 1 in the middle of the triangle and 0 on its sides.
	const swell = solid.d * Math.max(0, 27 * u * v * (1 - u - v));
	return 0.85 * Math.max(flat, Math.abs(z - (flat < 0 ? swell : 0)) - solid.c);
}

/** Distance of a point in the solid's own frame and unit. */
export function distanceOf(solid: Solid, x: number, y: number, z: number): number {
	switch (solid.kind) {
		case KINDS.ellipsoid:
			return ellipsoidDistance(solid.a, solid.b, solid.c, x, y, z);
		case KINDS.box:
			return boxDistance(solid, x, y, z);
		case KINDS.cone:
			return coneDistance(solid, x, y, z);
		case KINDS.torus:
			return torusDistance(solid, x, y, z);
		case KINDS.cup:
			return cupDistance(solid, x, y, z);
		case KINDS.dome:
			return domeDistance(solid, x, y, z);
		case KINDS.hull:
			return hullDistance(solid, x, y, z);
		case KINDS.sail:
			return sailDistance(solid, x, y, z);
	}
}

/** Points in a solid's own frame and unit, and room for their distances, all equally long. */
export interface Points {
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly z: Float64Array;
	readonly distance: Float64Array;
}

/**
 * The distances of the first `count` points. Each kind has a loop of its own, into which its distance
 * is compiled: called point by point through `distanceOf`, it would take twice as long.
 */
export function findDistances(solid: Solid, points: Points, count: number): void {
	switch (solid.kind) {
		case KINDS.box:
			return findBoxDistances(solid, points, count);
		case KINDS.cone:
			return findConeDistances(solid, points, count);
		case KINDS.torus:
			return findTorusDistances(solid, points, count);
		case KINDS.cup:
			return findCupDistances(solid, points, count);
		case KINDS.hull:
			return findHullDistances(solid, points, count);
		case KINDS.sail:
			return findSailDistances(solid, points, count);
		default:
			return findOtherDistances(solid, points, count);
	}
}

function findBoxDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = boxDistance(solid, x[i]!, y[i]!, z[i]!);
}

function findConeDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = coneDistance(solid, x[i]!, y[i]!, z[i]!);
}

function findTorusDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = torusDistance(solid, x[i]!, y[i]!, z[i]!);
}

function findCupDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = cupDistance(solid, x[i]!, y[i]!, z[i]!);
}

function findHullDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = hullDistance(solid, x[i]!, y[i]!, z[i]!);
}

function findSailDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = sailDistance(solid, x[i]!, y[i]!, z[i]!);
}

function findOtherDistances(solid: Solid, { x, y, z, distance }: Points, count: number): void {
	for (let i = 0; i < count; i++) distance[i] = distanceOf(solid, x[i]!, y[i]!, z[i]!);
}
