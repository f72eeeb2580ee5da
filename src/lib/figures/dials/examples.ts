import type { Props } from './props.ts';

type Data = Omit<Props, 'onturn' | 'onrest' | 'onsubject' | 'onvariant' | 'onreset'>;

const dials = [
	{ key: 'turn', least: 0, most: 360, step: 1, wraps: true },
	{ key: 'style', least: 0, most: 2, step: 0.01, wraps: false }
];
const subjects = ['ball', 'cube'];

export const examples: Readonly<Record<string, Data>> = {
	'as the sample has it': {
		...{ dials, subjects },
		values: { turn: 120, style: 0 },
		subject: 'ball',
		changed: false
	},
	'turned, between two styles': {
		...{ dials, subjects },
		values: { turn: 360, style: 1.5 },
		subject: 'cube',
		changed: true
	}
};
