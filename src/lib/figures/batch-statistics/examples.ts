import type { Props } from './props.ts';

const start: Props = {
	...{ mode: 'training', pixel: 2, first: [0, 4], next: [0, 10] },
	...{ gamma: 1, beta: 0, mean: 1, variance: 4 }
};

export const examples: Readonly<Record<string, Props>> = {
	'training mode': start,
	'evaluation mode': { ...start, mode: 'evaluation' },
	'the same batch twice': { ...start, next: [0, 4] }
};
