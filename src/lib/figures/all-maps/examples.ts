import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'two blocks': {
		picture: { width: 2, height: 4, rgba: new Uint8ClampedArray(32).fill(128) },
		bands: [
			{ name: 'stem', top: 0, height: 2 },
			{ name: 'head', top: 3, height: 1 }
		],
		maps: 6
	}
};
