import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a whole log': { width: '1.0x' },
	'one that ends early': { width: '2.0x' }
};
