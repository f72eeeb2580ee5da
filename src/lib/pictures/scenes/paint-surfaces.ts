/**
 * From samples to pixels: within a pixel each part that is seen is given its colour once, and counts
 * as often as samples show it. Edges are smooth, at little more than one colour for each pixel.
 */
import { addBackground, addSolid, type Finish } from './finish.ts';
import { PARTS, type SampleGrid } from './sample-grid.ts';
import type { Stage } from './stage.ts';

const sum = new Float64Array(3);
/** What the pixel at hand shows: ids, how many samples show each, and the first of these. */
const seen = new Int32Array(64);
const counts = new Int32Array(64);
const firsts = new Int32Array(64);

/** Fills `seen`, `counts` and `firsts` for the pixel whose first sample is given. */
function groupSamples({ ids, width, perPixel }: SampleGrid, first: number): number {
	let groups = 0;
	for (let row = 0; row < perPixel; row++) {
		for (let column = 0; column < perPixel; column++) {
			const sample = first + row * width + column;
			const id = ids[sample]!;
			let group = 0;
			while (group < groups && seen[group] !== id) group++;
			if (group === groups) {
				seen[group] = id;
				counts[group] = 0;
				firsts[group] = sample;
				groups++;
			}
			counts[group] = counts[group]! + 1;
		}
	}
	return groups;
}

function addSample(
	grid: SampleGrid,
	stage: Stage,
	finish: Finish,
	gloss: number,
	sample: number,
	weight: number
) {
	const { eye, ahead, up } = stage.camera;
	const row = Math.floor(sample / grid.width);
	const u = grid.left + (sample - row * grid.width) * grid.step;
	const v = grid.top - row * grid.step;
	const t = grid.depths[sample]!;
	const id = grid.ids[sample]!;
	const solid = stage.solids[Math.floor(id / PARTS) - 1]!;
	addSolid(
		sum,
		weight,
		finish,
		stage,
		gloss,
		solid,
		id % 2 === 1,
		u * t,
		eye[1] + t * (ahead[1] + v * up[1]),
		eye[2] + t * (ahead[2] + v * up[2])
	);
}

/** Writes the picture's colours, 0 to about 1 as a display shows them, into `into`: [height, width, 3]. */
export function paintSurfaces(
	grid: SampleGrid,
	stage: Stage,
	finish: Finish,
	gloss: number,
	into: Float32Array
): void {
	const { perPixel, step } = grid;
	const columns = grid.width / perPixel;
	const rows = grid.height / perPixel;
	const share = 1 / (perPixel * perPixel);
	const toMiddle = ((perPixel - 1) / 2) * step;
	let to = 0;
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const first = row * perPixel * grid.width + column * perPixel;
			const groups = groupSamples(grid, first);
			sum.fill(0);
			for (let group = 0; group < groups; group++) {
				const weight = counts[group]! * share;
				if (seen[group] === 0) {
					const u = grid.left + column * perPixel * step + toMiddle;
					const v = grid.top - row * perPixel * step - toMiddle;
					addBackground(sum, weight, finish, stage, u, v);
				} else {
					addSample(grid, stage, finish, gloss, firsts[group]!, weight);
				}
			}
			into[to++] = Math.sqrt(sum[0]!);
			into[to++] = Math.sqrt(sum[1]!);
			into[to++] = Math.sqrt(sum[2]!);
		}
	}
}
