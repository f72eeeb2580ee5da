import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'GhostNet 1.0x': { network: 'ghost', width: 1 },
	'RepGhostNet 0.5x while it trains': { network: 'training', width: 0.5 },
	'RepGhostNet 1.3x, folded': { network: 'folded', width: 1.3 }
};
