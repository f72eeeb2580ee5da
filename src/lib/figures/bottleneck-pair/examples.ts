import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'block 4, with all that a block can have': { block: 4, width: 1 },
	'block 8, the exception': { block: 8, width: 1 },
	'block 16, narrow': { block: 16, width: 0.58 }
};
