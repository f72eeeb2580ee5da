import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a depthwise convolution': { convolution: 'depthwise', numbers: 'maps', bias: false },
	'a 1×1 convolution with a bias': { convolution: '1x1', numbers: 'maps', bias: true },
	'one weight, to be folded on paper': { convolution: '1x1', numbers: 'by-hand', bias: true }
};
