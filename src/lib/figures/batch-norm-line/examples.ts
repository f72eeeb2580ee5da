import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a batch norm to compute by hand': { gamma: 3, beta: 1, mean: 3, variance: 4 },
	'a falling line': { gamma: -1, beta: 2, mean: 1, variance: 1 },
	'a quiet channel: the line is steep': { gamma: 1, beta: 0, mean: 0, variance: 0.1 }
};
