/**
 * Where a pen would draw: along outlines, between parts, along creases. An edge lies between two
 * neighbouring samples that differ in what they show or jump in depth; the pen leaves a dot there, and
 * the dots run together into a line of even width.
 */
import { PARTS, type SampleGrid } from './sample-grid.ts';
import type { Stage } from './stage.ts';

/** Half width of an outline, in the picture's unit. */
const PEN = 0.02;

/** A jump in depth that is an edge, in lengths of the camera's `ahead`. */
const JUMP = 0.03;

const OUTLINE = 1;
const BETWEEN_SOLIDS = 0.8;
const CREASE = 0.62;
const CLUTTER = 0.5;

/** The pen's pressure between two neighbouring samples, 0 where there is no edge. */
function pressureBetween(grid: SampleGrid, subjectSolids: number, a: number, b: number): number {
	const first = grid.ids[a]!;
	const second = grid.ids[b]!;
	if (first === second) {
		return first !== 0 && Math.abs(grid.depths[a]! - grid.depths[b]!) > JUMP ? BETWEEN_SOLIDS : 0;
	}
	const firstSolid = Math.floor(first / PARTS);
	const secondSolid = Math.floor(second / PARTS);
	if (firstSolid === secondSolid) return CREASE;
	if (Math.max(firstSolid, secondSolid) > subjectSolids) return CLUTTER;
	return Math.min(firstSolid, secondSolid) === 0 ? OUTLINE : BETWEEN_SOLIDS;
}

/** A dot of a radius about a place, all in pixels. */
function leaveDot(
	coverage: Float32Array,
	width: number,
	x: number,
	y: number,
	radius: number
): void {
	const height = coverage.length / width;
	const reach = radius + 0.5;
	const lastColumn = Math.min(width - 1, Math.ceil(x + reach));
	const lastRow = Math.min(height - 1, Math.ceil(y + reach));
	for (let row = Math.max(0, Math.floor(y - reach)); row <= lastRow; row++) {
		const dy = row - y;
		for (let column = Math.max(0, Math.floor(x - reach)); column <= lastColumn; column++) {
			const dx = column - x;
			const share = reach - Math.sqrt(dx * dx + dy * dy);
			const pixel = row * width + column;
			if (share > coverage[pixel]!) coverage[pixel] = Math.min(1, share);
		}
	}
}

/**
 * Writes the share of ink of each pixel, 0 to 1, into `coverage`: [height, width]. The pen presses a
 * little harder on the side away from the light.
 */
export function drawInk(
	grid: SampleGrid,
	stage: Stage,
	thickness: number,
	coverage: Float32Array
): void {
	const { perPixel, width, height, left, top, step } = grid;
	const { light, subjectSolids } = stage;
	const pixelsPerUnit = 1 / (step * perPixel);
	const shift = 0.5 - 0.5 / perPixel;
	coverage.fill(0);
	for (let row = 0; row < height; row++) {
		for (let column = 0; column < width; column++) {
			const sample = row * width + column;
			const u = left + column * step;
			const v = top - row * step;
			const press = thickness * PEN * pixelsPerUnit * (1 - 0.3 * (u * light[0] + v * light[1]));
			if (column + 1 < width) {
				const pressure = pressureBetween(grid, subjectSolids, sample, sample + 1);
				if (pressure > 0) {
					leaveDot(
						coverage,
						width / perPixel,
						(column + 0.5) / perPixel - shift,
						row / perPixel - shift,
						press * pressure
					);
				}
			}
			if (row + 1 < height) {
				const pressure = pressureBetween(grid, subjectSolids, sample, sample + width);
				if (pressure > 0) {
					leaveDot(
						coverage,
						width / perPixel,
						column / perPixel - shift,
						(row + 0.5) / perPixel - shift,
						press * pressure
					);
				}
			}
		}
	}
}
