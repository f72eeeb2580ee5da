import { colourOf, colourScale } from '#lib/scene/colour-scale.ts';
import type { Props } from './props.ts';

/** A row of maps for each block, with a gap between; in every map the values rise to a corner. */
function sheet(width: number, height: number, side: number): Props['picture'] {
	const colours = colourScale(0, 2 * (side - 1));
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let index = 0; index < width * height; index++) {
		const [row, column] = [Math.floor(index / width), index % width];
		const inMap = row % (side + 1) < side && column % (side + 1) < side;
		const value = (row % (side + 1)) + (column % (side + 1));
		rgba.set(inMap ? [...colourOf(colours, value), 255] : [0, 0, 0, 0], index * 4);
	}
	return { width, height, rgba };
}

export const examples: Readonly<Record<string, Props>> = {
	'two blocks': {
		picture: sheet(44, 17, 8),
		bands: [
			{ name: 'stem', top: 0, height: 8 },
			{ name: 'head', top: 9, height: 8 }
		],
		maps: 10
	}
};
