import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'the pair of the headline': {
		...{ chart: 'latency', pinned: ['repghostnet-0.58x', 'ghostnet-0.5x'], hidden: [] }
	},
	'against MACs': { chart: 'macs', pinned: [], hidden: [] },
	'on an iPhone, without MobileOne': { chart: 'iphone', pinned: [], hidden: ['MobileOne'] }
};
