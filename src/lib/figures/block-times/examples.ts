import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'three blocks': {
		blocks: [
			{ id: 'conv_stem', name: 'stem', milliseconds: 1.6, chosen: false },
			{ id: 'blocks.0.0', name: 'block 1', milliseconds: 1.2, chosen: true },
			{ id: 'head', name: 'head', milliseconds: 0.4, chosen: false }
		]
	},
	'a coarse clock': {
		blocks: [
			{ id: 'conv_stem', name: 'stem', milliseconds: 0, chosen: false },
			{ id: 'blocks.0.0', name: 'block 1', milliseconds: 3, chosen: true },
			{ id: 'head', name: 'head', milliseconds: 1, chosen: false }
		],
		clockStep: 1
	}
};
