import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'as in GhostNet, few channels': { channels: 16, ratio: 2, primary: 1, cheap: 3 },
	'as in GhostNet, many channels': { channels: 160, ratio: 2, primary: 1, cheap: 3 },
	'so few that it costs more': { channels: 6, ratio: 4, primary: 1, cheap: 3 },
	'two kernels of one size': { channels: 24, ratio: 4, primary: 3, cheap: 3 }
};
