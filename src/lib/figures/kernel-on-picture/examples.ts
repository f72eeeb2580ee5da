import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a picture that stays as it is': {
		kernel: 'centre',
		dense: false,
		stride: 1,
		source: 'picture',
		locked: []
	},
	'the window in a corner, in numbers': {
		kernel: 'ones',
		dense: false,
		stride: 1,
		source: 'numbers',
		locked: ['source']
	},
	'a dense convolution with a 1 in every centre': {
		kernel: 'centre',
		dense: true,
		stride: 1,
		source: 'picture',
		locked: ['dense']
	},
	'every second place of an edge detector, nothing to change': {
		kernel: [0, -1, 0, -1, 4, -1, 0, -1, 0],
		dense: false,
		stride: 2,
		source: 'numbers',
		locked: ['kernel', 'dense', 'stride', 'source']
	}
};
