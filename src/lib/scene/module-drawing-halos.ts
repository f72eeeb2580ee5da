/** The outline around what is being folded: one for boxes that stand directly under each other. */
import type { DrawnBox } from './module-scene.ts';

interface Halo {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly opacity: number;
}

/** From the box to its outline. */
const DISTANCE = 5;

export function findHalos(boxes: readonly DrawnBox[]): readonly Halo[] {
	const halos: Halo[] = [];
	const folding = boxes
		.filter((box) => box.folding)
		.toSorted((a, b) => a.lane - b.lane || a.y - b.y);
	let above: DrawnBox | null = null;
	for (const box of folding) {
		const last = halos.at(-1);
		const isBelow = above && above.x === box.x && above.y + above.height === box.y;
		if (last && isBelow && last.opacity === box.opacity) {
			halos[halos.length - 1] = { ...last, height: last.height + box.height };
		} else {
			halos.push({
				x: box.x - DISTANCE,
				y: box.y - DISTANCE,
				width: box.width + 2 * DISTANCE,
				height: box.height + 2 * DISTANCE,
				opacity: box.opacity
			});
		}
		above = box;
	}
	return halos;
}
