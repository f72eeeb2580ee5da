import type { Props } from './props.ts';

const start: Props = {
	...{ subject: 'join', channels: 16, side: 112, place: 5, fairness: 'role' },
	...{ repghostWidth: 0.58, ghostWidth: 0.5, pictureSide: 224, rounds: 60 }
};

export const examples: Readonly<Record<string, Props>> = {
	'concat, add, nothing': start,
	'bottlenecks of one role': { ...start, subject: 'bottleneck' },
	'modules of one width': { ...start, subject: 'module', fairness: 'width', rounds: 40 },
	'whole networks': { ...start, subject: 'network', rounds: 40 }
};
