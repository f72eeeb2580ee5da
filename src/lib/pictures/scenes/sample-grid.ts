/**
 * What is seen where: for each sample of a grid finer than the pixels, which part of which solid the
 * ray meets and how far away. Each solid is traced over the patch of the picture that can show it, by
 * sphere tracing (John C. Hart, 1996), and the nearest one stays.
 */
import { projectSphere, type Camera } from './camera.ts';
import { distanceOf } from './distance.ts';
import { partOf } from './pattern.ts';
import type { Solid } from './solid.ts';

/** Parts of a solid that an id can tell apart. */
export const PARTS = 16;

const FAR = 1e9;

/** A point this near to a solid lies on it, in the solid's unit. */
const TOUCH = 0.0008;

const MOST_STEPS = 48;

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

/** Camera and eye in a solid's own frame and unit. */
function toOwnFrame({ eye, ahead, right, up }: Camera, solid: Solid) {
	const { axes, scale } = solid;
	const own = ([x, y, z]: readonly [number, number, number], axis: number) =>
		(x * axes[axis]! + y * axes[axis + 1]! + z * axes[axis + 2]!) / scale;
	const from = [eye[0] - solid.x, eye[1] - solid.y, eye[2] - solid.z] as const;
	return Float64Array.from(
		[from, ahead, right, up].flatMap((vector) => [0, 3, 6].map((axis) => own(vector, axis)))
	);
}

/** Enters in the grid where the solid is seen in front of what the grid holds. */
function traceSolid(grid: SampleGrid, camera: Camera, solid: Solid, index: number): void {
	const circle = projectSphere(camera, [solid.x, solid.y, solid.z], solid.reach * solid.scale);
	const { width, height, left, top, step } = grid;
	const firstColumn = Math.max(0, Math.floor((circle.x - circle.radius - left) / step));
	const lastColumn = Math.min(width - 1, Math.ceil((circle.x + circle.radius - left) / step));
	const firstRow = Math.max(0, Math.floor((top - circle.y - circle.radius) / step));
	const lastRow = Math.min(height - 1, Math.ceil((top - circle.y + circle.radius) / step));
	const own = toOwnFrame(camera, solid);
	const [ox, oy, oz, ax, ay, az, rx, ry, rz, ux, uy, uz] = own as unknown as Twelve;
	const outside = ox * ox + oy * oy + oz * oz - solid.reach * solid.reach;
	const base = PARTS * (index + 1);
	for (let row = firstRow; row <= lastRow; row++) {
		const v = top - row * step;
		for (let column = firstColumn; column <= lastColumn; column++) {
			const u = left + column * step;
			const dx = ax + u * rx + v * ux;
			const dy = ay + u * ry + v * uy;
			const dz = az + u * rz + v * uz;
			const square = dx * dx + dy * dy + dz * dz;
			const along = ox * dx + oy * dy + oz * dz;
			const root = along * along - square * outside;
			if (root < 0) continue;
			const half = Math.sqrt(root);
			const sample = row * width + column;
			const end = Math.min(grid.depths[sample]!, (half - along) / square);
			let t = (-half - along) / square;
			if (t >= end) continue;
			const pace = 1 / Math.sqrt(square);
			for (let count = 0; count < MOST_STEPS && t < end; count++) {
				const x = ox + t * dx;
				const y = oy + t * dy;
				const z = oz + t * dz;
				const distance = distanceOf(solid, x, y, z);
				if (distance < TOUCH) {
					grid.depths[sample] = t;
					grid.ids[sample] = base + partOf(solid, x, y, z);
					break;
				}
				t += distance * pace;
			}
		}
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
