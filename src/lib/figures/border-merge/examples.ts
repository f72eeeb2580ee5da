import type { Props } from './props.ts';

const start: Props = {
	...{ remedy: 'none', bias: 1, row: [1, 1, 1], weight: 1, taps: [1, 1, 1] },
	picture: true
};

export const examples: Readonly<Record<string, Props>> = {
	'as it comes': start,
	'the middle padded with b': { ...start, remedy: 'pad-middle' },
	'other numbers, in a row alone': {
		...{ ...start, picture: false, bias: -1.5 },
		...{ row: [1, 0, 2, 3], weight: 2, taps: [1, -2, 0.5] }
	}
};
