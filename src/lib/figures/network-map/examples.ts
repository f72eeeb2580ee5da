import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'both at width 1, folded': { width: 1, ghostWidth: 1, form: 'folded' },
	'0.58 against GhostNet 0.5, while they train': {
		width: 0.58,
		ghostWidth: 0.5,
		form: 'training-time'
	},
	'a width that nobody published': { width: 2.37, ghostWidth: 1.3, form: 'deploy' }
};
