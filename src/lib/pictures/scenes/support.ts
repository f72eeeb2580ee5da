/**
 * How far a solid reaches in a direction (its support function): what it takes to set a subject on
 * the ground and to keep it in the frame.
 */
import { KINDS, type Point, type Solid } from './solid.ts';

/** The farthest reach from the centre along a unit direction in the own frame, in the own unit. */
function ownSupport(solid: Solid, u: number, v: number, w: number): number {
	const { a, b, c, d } = solid;
	const level = Math.sqrt(u * u + w * w);
	switch (solid.kind) {
		case KINDS.ellipsoid:
			return Math.sqrt(a * a * u * u + b * b * v * v + c * c * w * w);
		case KINDS.box:
			return (a - d) * Math.abs(u) + (b - d) * Math.abs(v) + (c - d) * Math.abs(w) + d;
		case KINDS.cone:
			return Math.max(a * v + c * level, b * level - a * v) + d;
		case KINDS.torus:
			return a * Math.sqrt(u * u + v * v) + b;
		case KINDS.cup:
			return b * Math.abs(v) + (a + b * d * (v < 0 ? -1 : 1)) * level;
		case KINDS.dome:
			return v > 0 ? Math.sqrt(a * a * level * level + b * b * v * v) : a * level - c * v;
		case KINDS.hull:
			return Math.sqrt(a * a * u * u + b * b * w * w) + c * Math.max(-v, 0.3 * v);
		case KINDS.sail:
			return Math.max(0, a * u, b * v) - (a * u + b * v) / 2 + (c + Math.abs(d)) * Math.abs(w);
	}
}

/** The largest value of direction · point over all points of the solid; the direction has length 1. */
export function supportOf(solid: Solid, [x, y, z]: Point): number {
	const { axes } = solid;
	const u = x * axes[0]! + y * axes[1]! + z * axes[2]!;
	const v = x * axes[3]! + y * axes[4]! + z * axes[5]!;
	const w = x * axes[6]! + y * axes[7]! + z * axes[8]!;
	const centre = x * solid.x + y * solid.y + z * solid.z;
	return centre + solid.scale * ownSupport(solid, u, v, w);
}

/** The same over all solids. */
export function reachOf(solids: readonly Solid[], direction: Point): number {
	let farthest = -Infinity;
	for (const solid of solids) farthest = Math.max(farthest, supportOf(solid, direction));
	return farthest;
}
