import type { Props } from './props.ts';

/** A smooth hill with a dip beside it, 28 × 28. */
const hills = Array.from({ length: 28 }, (_, row) =>
	Array.from({ length: 28 }, (_, column) => {
		const hill = Math.exp(-((row - 9) ** 2 + (column - 10) ** 2) / 40);
		const dip = Math.exp(-((row - 19) ** 2 + (column - 19) ** 2) / 24);
		return Number((hill - 0.7 * dip).toFixed(3));
	})
);

export const examples: Readonly<Record<string, Props>> = {
	'a 3 × 3 kernel': {
		values: [0.3, -0.9, 0.3, -0.6, 1.8, -0.6, 0, 0.9, -0.3],
		label: 'Kernel of the folded convolution',
		scale: 'signed',
		channel: 1
	},
	'a map with two channels': {
		values: [
			[
				[0, 0.5, 1, 2, 2.5],
				[0.5, 1, 2, 3, 2],
				[1, 2, 3, 2, 1],
				[2, 3, 2, 1, 0.5],
				[2.5, 2, 1, 0.5, 0]
			],
			[
				[2, 2, 2, 1, 0],
				[2, 3, 2, 1, 0],
				[2, 2, 1.5, 1, 0],
				[1, 1, 1, 0.5, 0],
				[0, 0, 0, 0, 0]
			]
		],
		label: 'A picture of the toy module',
		scale: 'unsigned',
		channel: 2
	},
	'a map of 28 × 28': { values: [hills], label: 'A large map', scale: 'auto', channel: 1 }
};
