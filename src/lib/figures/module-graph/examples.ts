import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'a Ghost module': { drawing: 'ghost', channels: 4 },
	'a RepGhost module while it trains': { drawing: 'training-time', channels: 4 },
	'a RepGhost module, folded': { drawing: 'folded', channels: 4 },
	'a sum with ReLU inside a path': { drawing: 'add', channels: 2 }
};
