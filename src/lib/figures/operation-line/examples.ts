import type { Props } from './props.ts';

const layer = (
	name: string,
	kind: Props['layers'][number]['kind'],
	bytesMoved = 1
): Props['layers'][number] => ({ name, kind, shape: [8, 14, 14], bytesMoved });

const module = (name: string, folded: boolean) => [
	layer(`${name}.primary_conv`, 'convolution'),
	...(folded
		? []
		: [
				layer(`${name}.cheap_operation`, 'depthwise convolution'),
				layer(`${name}.fusion_bn`, 'batch norm branch')
			]),
	layer(name, 'RepGhost module')
];

const bottleneck = (folded: boolean) => [
	...module('blocks.2.0.ghost1', folded),
	...module('blocks.2.0.ghost2', folded),
	layer('blocks.2.0', 'RepGhost bottleneck', 9)
];

export const examples: Readonly<Record<string, Omit<Props, 'onlayer'>>> = {
	'training-time': {
		layers: bottleneck(false),
		branch: 'bn',
		chosen: 'blocks.2.0.ghost1.cheap_operation',
		name: 'block 3'
	},
	folded: { layers: bottleneck(true), branch: 'bn', chosen: 'blocks.2.0', name: 'block 3' }
};
