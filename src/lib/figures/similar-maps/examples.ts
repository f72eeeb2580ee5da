import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'the stem, by a 3 × 3 kernel': { layer: 'conv_stem', operation: 'kernel' },
	'the stem, by a scale and a shift': { layer: 'conv_stem', operation: 'scale' },
	'a module that makes its ghosts by such a kernel': {
		layer: 'blocks.0.0.ghost2',
		operation: 'kernel'
	}
};
