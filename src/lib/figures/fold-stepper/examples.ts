import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'from the beginning': { picture: 'diagonal', step: 'run', channel: 1 },
	'the kernels are added': { picture: 'dot', step: 'add-kernels', channel: 1 },
	'a quiet channel, compared': { picture: 'edge', step: 'compare', channel: 2 }
};
