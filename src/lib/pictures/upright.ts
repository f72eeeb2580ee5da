/** Turning a picture upright as its EXIF orientation asks (CIPA DC-008, tag 0x0112). */
import type { Picture } from './picture.ts';

/** Orientations in which rows and columns change places. */
export function swapsSides(orientation: number): boolean {
	return orientation >= 5;
}

/**
 * The stored picture turned and mirrored so that it stands upright; itself for orientation 1.
 * Orientations 2 to 4 mirror and turn by 180°; 5 to 8 do the same after rows and columns are swapped.
 */
export function turnUpright(stored: Picture, orientation: number): Picture {
	if (orientation === 1) return stored;
	const swap = swapsSides(orientation);
	const width = swap ? stored.height : stored.width;
	const height = swap ? stored.width : stored.height;
	const flipColumns = [2, 3, 7, 8].includes(orientation);
	const flipRows = [3, 4, 6, 7].includes(orientation);
	const rgb = new Uint8ClampedArray(stored.rgb.length);
	for (let y = 0, to = 0; y < height; y++) {
		for (let x = 0; x < width; x++, to += 3) {
			const column = swap ? y : x;
			const row = swap ? x : y;
			const fromColumn = flipColumns ? stored.width - 1 - column : column;
			const fromRow = flipRows ? stored.height - 1 - row : row;
			const from = (fromRow * stored.width + fromColumn) * 3;
			rgb[to] = stored.rgb[from]!;
			rgb[to + 1] = stored.rgb[from + 1]!;
			rgb[to + 2] = stored.rgb[from + 2]!;
		}
	}
	return { width, height, rgb };
}
