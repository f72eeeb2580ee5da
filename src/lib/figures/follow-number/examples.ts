import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a number of the toy module': {
		module: 'toy',
		picture: 'diagonal',
		channel: 1,
		row: 2,
		column: 3
	},
	'a corner, where most of the kernel lies outside': {
		module: 'toy',
		picture: 'edge',
		channel: 2,
		row: 1,
		column: 1
	}
};
