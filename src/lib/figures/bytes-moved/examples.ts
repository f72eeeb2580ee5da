import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'the same inputs': { channels: 8, side: 112, fairness: 'inputs' },
	'outputs of the same width': { channels: 8, side: 112, fairness: 'output' },
	'many small maps': { channels: 64, side: 7, fairness: 'inputs' }
};
