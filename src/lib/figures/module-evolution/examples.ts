import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'from the Ghost module on': { start: 'ghost', channels: 4 },
	'the sum that cannot be folded': { start: 'add', channels: 4 },
	'folded, on three maps': { start: 'folded', channels: 3 }
};
