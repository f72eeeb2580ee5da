import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'the first module of a bottleneck': { module: 'blocks.0.0.ghost1', pair: 3 },
	'the second, without ReLU': { module: 'blocks.0.0.ghost2', pair: 1 }
};
