import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a slope': {
		values: Float32Array.from({ length: 196 }, (_, index) => (index % 14) / 13),
		columns: 14,
		channel: 4,
		colours: { kind: 'unsigned', low: 0, high: 1 }
	},
	'around zero': {
		values: Float32Array.from({ length: 64 }, (_, index) => (index - 32) / 32),
		columns: 8,
		channel: 0,
		colours: { kind: 'signed', low: -1, high: 1 }
	},
	'a single value': {
		values: Float32Array.of(0.7),
		columns: 1,
		channel: 11,
		colours: { kind: 'unsigned', low: 0, high: 1 }
	}
};
