import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	untrained: {
		logits: Float32Array.of(0.2, 1.4, -0.3, 0.9, 0.1, 0.4),
		labels: null,
		agreement: null,
		untrained: true
	},
	'with labels, both forms': {
		logits: Float32Array.of(4, 1.5, 0.5),
		labels: ['ring', 'ball', 'stripes'],
		agreement: { difference: 2.1e-6, tolerance: 5e-5, within: true },
		untrained: false
	},
	'not within the tolerance': {
		logits: Float32Array.of(4, 1.5, 0.5),
		labels: ['ring', 'ball', 'stripes'],
		agreement: { difference: 0.3, tolerance: 5e-5, within: false },
		untrained: false
	}
};
