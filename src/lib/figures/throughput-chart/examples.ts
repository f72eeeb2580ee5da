import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'both at 0.5x': { width: '050' },
	'both at 1.3x': { width: '130' }
};
