import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a depthwise convolution': {
		facts: [
			{ term: 'operation', value: 'depthwise convolution', operation: 'dw' },
			{ term: 'shape', value: '60 × 28 × 28' },
			{ term: 'MACs', value: '423,360' }
		]
	}
};
