/**
 * Shadow and dimness at a point: how much of the key light arrives (soft shadows after Inigo Quilez,
 * iquilezles.org/articles/rmshadows) and how much of the sky is seen (two probes along the normal).
 */
import { distanceOf } from './distance.ts';
import type { Stage } from './stage.ts';
import { KINDS, type Solid } from './solid.ts';

/** Half width of the penumbra for each unit of the way to what throws the shadow. */
const SOFTNESS = 0.11;

/** Probes of the sky: heights above the surface and what share each one weighs. */
const NEAR = 0.07;
const WIDE = 0.22;

const SHADOW_STEPS = 14;

/** The way to the light past one solid: to the solid's centre, to where it is nearest, and half its width. */
const way = new Float64Array(5);

/** Share of the light that one solid lets through to the point that `way` begins at; `light` has length 1. */
function passes(solid: Solid, light: Float64Array): number {
	const { axes, scale } = solid;
	const lx = light[0]!;
	const ly = light[1]!;
	const lz = light[2]!;
	const cx = way[0]!;
	const cy = way[1]!;
	const cz = way[2]!;
	const middle = way[3]!;
	const half = way[4]!;
	const ox = -(cx * axes[0]! + cy * axes[1]! + cz * axes[2]!) / scale;
	const oy = -(cx * axes[3]! + cy * axes[4]! + cz * axes[5]!) / scale;
	const oz = -(cx * axes[6]! + cy * axes[7]! + cz * axes[8]!) / scale;
	const dx = (lx * axes[0]! + ly * axes[1]! + lz * axes[2]!) / scale;
	const dy = (lx * axes[3]! + ly * axes[4]! + lz * axes[5]!) / scale;
	const dz = (lx * axes[6]! + ly * axes[7]! + lz * axes[8]!) / scale;
	const end = middle + half;
	if (solid.kind === KINDS.ellipsoid) {
		const { a, b, c } = solid;
		const along = (ox * dx) / (a * a) + (oy * dy) / (b * b) + (oz * dz) / (c * c);
		const square = (dx * dx) / (a * a) + (dy * dy) / (b * b) + (dz * dz) / (c * c);
		// Where the ray comes nearest, in a frame in which the ellipsoid is a sphere.
		const t = Math.max(0.004, -along / square);
		const distance = scale * distanceOf(solid, ox + t * dx, oy + t * dy, oz + t * dz);
		return openAt(distance / (SOFTNESS * t + 0.012));
	}
	let least = 1;
	let t = Math.max(0.004, middle - half);
	for (let count = 0; count < SHADOW_STEPS && t < end; count++) {
		const distance = scale * distanceOf(solid, ox + t * dx, oy + t * dy, oz + t * dz);
		// 1 a penumbra's half width outside, −1 as far inside.
		const share = distance / (SOFTNESS * t + 0.012);
		if (share < least) {
			least = share;
			if (least < -1) return 0;
		}
		t += Math.max(0.35 * (SOFTNESS * t + 0.012), Math.abs(distance));
	}
	return openAt(least);
}

/** From −1, wholly in the shadow, to 1, wholly in the light: the share of light. */
function openAt(share: number): number {
	const open = 0.5 + 0.5 * Math.min(1, Math.max(-1, share));
	return open * open * (3 - 2 * open);
}

const lightVector = new Float64Array(3);

/** Share of the key light that arrives at a point, 0 to 1. */
export function lightAt(
	{ solids, light, subjectSolids, centre, reach }: Stage,
	x: number,
	y: number,
	z: number
): number {
	lightVector[0] = light[0];
	lightVector[1] = light[1];
	lightVector[2] = light[2];
	const cx = centre[0] - x;
	const cy = centre[1] - y;
	const cz = centre[2] - z;
	const middle = cx * light[0] + cy * light[1] + cz * light[2];
	const wide = reach + SOFTNESS * Math.max(0, middle + reach);
	const missed = middle < -reach || cx * cx + cy * cy + cz * cz - middle * middle > wide * wide;
	let share = 1;
	for (let index = missed ? subjectSolids : 0; index < solids.length; index++) {
		if (!approach(solids[index]!, x, y, z)) continue;
		const passed = passes(solids[index]!, lightVector);
		if (passed < share) {
			share = passed;
			if (share === 0) return 0;
		}
	}
	return share;
}

/** Sets `way` for a point; false where the solid is too far aside to matter. */
function approach(solid: Solid, x: number, y: number, z: number): boolean {
	const cx = solid.x - x;
	const cy = solid.y - y;
	const cz = solid.z - z;
	const middle = cx * lightVector[0]! + cy * lightVector[1]! + cz * lightVector[2]!;
	const reach = solid.reach * solid.scale;
	if (middle < -reach) return false;
	const wide = reach + SOFTNESS * Math.max(0, middle + reach);
	const aside = cx * cx + cy * cy + cz * cz - middle * middle;
	if (aside > wide * wide) return false;
	way[0] = cx;
	way[1] = cy;
	way[2] = cz;
	way[3] = middle;
	way[4] = Math.sqrt(wide * wide - aside);
	return true;
}

/** Distance to the nearest of the solids `from` to `end`, or `most` where none is nearer. */
export function distanceToSolids(
	solids: readonly Solid[],
	from: number,
	end: number,
	x: number,
	y: number,
	z: number,
	most: number
): number {
	let least = most;
	for (let index = from; index < end; index++) {
		const solid = solids[index]!;
		const dx = x - solid.x;
		const dy = y - solid.y;
		const dz = z - solid.z;
		const touch = solid.reach * solid.scale + least;
		if (dx * dx + dy * dy + dz * dz > touch * touch) continue;
		const { axes, scale } = solid;
		const distance =
			scale *
			distanceOf(
				solid,
				(dx * axes[0]! + dy * axes[1]! + dz * axes[2]!) / scale,
				(dx * axes[3]! + dy * axes[4]! + dz * axes[5]!) / scale,
				(dx * axes[6]! + dy * axes[7]! + dz * axes[8]!) / scale
			);
		if (distance < least) least = distance;
	}
	return least;
}

/** Share of the sky that is open at a point with the given normal, 0 to 1; the ground closes some too. */
export function skyAt(
	{ solids, subjectSolids, centre, reach }: Stage,
	x: number,
	y: number,
	z: number,
	nx: number,
	ny: number,
	nz: number
): number {
	const cx = centre[0] - x;
	const cy = centre[1] - y;
	const cz = centre[2] - z;
	const touch = reach + 2 * WIDE;
	const from = cx * cx + cy * cy + cz * cz > touch * touch ? subjectSolids : 0;
	const end = solids.length;
	const wideY = y + WIDE * ny;
	const wide = distanceToSolids(
		solids,
		from,
		end,
		x + WIDE * nx,
		wideY,
		z + WIDE * nz,
		Math.min(WIDE, wideY)
	);
	const nearY = y + NEAR * ny;
	const near = distanceToSolids(
		solids,
		from,
		end,
		x + NEAR * nx,
		nearY,
		z + NEAR * nz,
		Math.min(NEAR, nearY)
	);
	const open = (0.4 * Math.max(0, near)) / NEAR + (0.6 * Math.max(0, wide)) / WIDE;
	return 0.15 + 0.85 * Math.min(1, open);
}
