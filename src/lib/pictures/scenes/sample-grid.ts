/**
 * What is seen where: for each sample of a grid finer than the pixels, which part of which solid the
 * ray meets and how far away. Each solid is traced over the patch of the picture that can show it, row
 * by row (`follow-rays.ts`), and the nearest one stays.
 */
import { projectBounds, type Camera } from './camera.ts';
import { followRays, roomForRays, type Rays } from './follow-rays.ts';
import { partOf } from './pattern.ts';
import { KINDS, type Solid } from './solid.ts';

/** Parts of a solid that an id can tell apart. */
export const PARTS = 16;

const FAR = 1e9;

export interface SampleGrid {
	readonly width: number;
	readonly height: number;
	/** Samples in a pixel's row and in its column. */
	readonly perPixel: number;
	/** PARTS · (1 + the solid's index) + part; 0 where ground or wall are seen. */
	readonly ids: Uint16Array;
	/** Where along the ray, in lengths of the camera's `ahead`; FAR where no solid is met. */
	readonly depths: Float64Array;
	/** The picture's coordinates of column 0 and row 0, and from one to the next. */
	readonly left: number;
	readonly top: number;
	readonly step: number;
}

let ids = new Uint16Array(0);
let depths = new Float64Array(0);

/** Empty; it uses the memory of the grid before it, which is no longer valid. */
function clearGrid(width: number, height: number, perPixel: number): SampleGrid {
	const columns = width * perPixel;
	const rows = height * perPixel;
	if (ids.length !== columns * rows) {
		ids = new Uint16Array(columns * rows);
		depths = new Float64Array(columns * rows);
	}
	ids.fill(0);
	depths.fill(FAR);
	const step = 2 / (Math.min(width, height) * perPixel);
	return {
		width: columns,
		height: rows,
		perPixel,
		ids,
		depths,
		left: (0.5 - columns / 2) * step,
		top: (rows / 2 - 0.5) * step,
		step
	};
}

/**
 * The camera as seen from inside a solid: in its own frame, stretched so that the ellipsoid about the
 * solid becomes the unit sphere. Four vectors: from the centre to the eye, ahead, right, up.
 */
const view = new Float64Array(12);

function lookFrom({ eye, ahead, right, up }: Camera, solid: Solid): void {
	setView(0, solid, eye[0] - solid.x, eye[1] - solid.y, eye[2] - solid.z);
	setView(3, solid, ahead[0], ahead[1], ahead[2]);
	setView(6, solid, right[0], right[1], right[2]);
	setView(9, solid, up[0], up[1], up[2]);
}

function setView(at: number, solid: Solid, x: number, y: number, z: number): void {
	const { axes, scale } = solid;
	view[at] = (x * axes[0]! + y * axes[1]! + z * axes[2]!) / (solid.boundX * scale);
	view[at + 1] = (x * axes[3]! + y * axes[4]! + z * axes[5]!) / (solid.boundY * scale);
	view[at + 2] = (x * axes[6]! + y * axes[7]! + z * axes[8]!) / (solid.boundZ * scale);
}

/** Enters in the grid where the solid is seen in front of what the grid holds. */
function traceSolid(grid: SampleGrid, camera: Camera, solid: Solid, index: number): void {
	const patch = patchOf(grid, camera, solid);
	const rays = roomForRays(patch.right - patch.left + 1);
	lookFrom(camera, solid);
	for (let row = patch.top; row <= patch.bottom; row++) {
		const count = findRays(grid, solid, row, patch, rays);
		// The ellipsoid about an ellipsoid is itself.
		if (solid.kind !== KINDS.ellipsoid) {
			const { boundX, boundY, boundZ } = solid;
			followRays(solid, view[0]! * boundX, view[1]! * boundY, view[2]! * boundZ, count);
		}
		enterRays(grid, solid, row, PARTS * (index + 1), rays, count);
	}
}

/** The rays of a row that meet the ellipsoid about the solid in front of what the grid holds. */
function findRays(
	{ width, left, top, step, depths }: SampleGrid,
	{ boundX, boundY, boundZ }: Solid,
	row: number,
	patch: { readonly left: number; readonly right: number },
	{ x, y, z, t, end, sample }: Rays
): number {
	const [ox, oy, oz, ax, ay, az, rx, ry, rz, ux, uy, uz] = view as unknown as Twelve;
	const outside = ox * ox + oy * oy + oz * oz - 1;
	const v = top - row * step;
	let count = 0;
	for (let column = patch.left; column <= patch.right; column++) {
		const u = left + column * step;
		const dx = ax + u * rx + v * ux;
		const dy = ay + u * ry + v * uy;
		const dz = az + u * rz + v * uz;
		const square = dx * dx + dy * dy + dz * dz;
		const along = ox * dx + oy * dy + oz * dz;
		const root = along * along - square * outside;
		if (root < 0) continue;
		const half = Math.sqrt(root);
		const last = Math.min(depths[row * width + column]!, (half - along) / square);
		const first = (-half - along) / square;
		if (first >= last) continue;
		x[count] = dx * boundX;
		y[count] = dy * boundY;
		z[count] = dz * boundZ;
		t[count] = first;
		end[count] = last;
		sample[count] = row * width + column;
		count++;
	}
	return count;
}

/** Enters what the rays of a row touch. */
function enterRays(
	{ width, left, top, step, ids, depths }: SampleGrid,
	solid: Solid,
	row: number,
	base: number,
	{ t, sample }: Rays,
	count: number
): void {
	const [ox, oy, oz, ax, ay, az, rx, ry, rz, ux, uy, uz] = view as unknown as Twelve;
	const v = top - row * step;
	for (let ray = 0; ray < count; ray++) {
		const depth = t[ray]!;
		if (depth < 0) continue;
		const at = sample[ray]!;
		const u = left + (at - row * width) * step;
		const x = (ox + depth * (ax + u * rx + v * ux)) * solid.boundX;
		const y = (oy + depth * (ay + u * ry + v * uy)) * solid.boundY;
		const z = (oz + depth * (az + u * rz + v * uz)) * solid.boundZ;
		depths[at] = depth;
		ids[at] = base + partOf(solid, x, y, z);
	}
}

type Twelve = [
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number
];

/** Rows and columns of the samples that can show the solid. */
function patchOf({ width, height, left, top, step }: SampleGrid, camera: Camera, solid: Solid) {
	const patch = projectBounds(camera, solid);
	return {
		left: Math.max(0, Math.floor((patch.left - left) / step)),
		right: Math.min(width - 1, Math.ceil((patch.right - left) / step)),
		top: Math.max(0, Math.floor((top - patch.top) / step)),
		bottom: Math.min(height - 1, Math.ceil((top - patch.bottom) / step))
	};
}

/** The grid of a picture: valid until the next call. */
export function sampleSolids(
	solids: readonly Solid[],
	camera: Camera,
	width: number,
	height: number,
	perPixel: number
): SampleGrid {
	const grid = clearGrid(width, height, perPixel);
	solids.forEach((solid, index) => traceSolid(grid, camera, solid, index));
	return grid;
}
