import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'GhostNet on the line of RepGhostNet': { network: 'ghostnet-100.in1k' },
	'the widest RepGhostNet': { network: 'repghostnet-200.in1k' }
};
