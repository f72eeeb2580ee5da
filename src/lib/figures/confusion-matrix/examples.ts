import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'mostly right': {
		classes: ['ball', 'cube', 'cone'],
		counts: [
			[48, 1, 1],
			[0, 50, 0],
			[6, 2, 42]
		]
	},
	'nothing examined': {
		classes: ['ball', 'cube'],
		counts: [
			[0, 0],
			[0, 0]
		]
	}
};
