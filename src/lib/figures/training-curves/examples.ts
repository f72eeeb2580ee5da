import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'five epochs': {
		epoch: [1, 2, 3, 4, 5],
		loss: [1.9, 1.1, 0.7, 0.5, 0.45],
		testLoss: [1.7, 1, 0.8, 0.6, 0.5],
		accuracy: [0.4, 0.7, 0.82, 0.91, 0.95],
		learningRate: [0.05, 0.1, 0.07, 0.03, 0]
	},
	'nothing trained': { epoch: [], loss: [], testLoss: null, accuracy: [], learningRate: [] }
};
