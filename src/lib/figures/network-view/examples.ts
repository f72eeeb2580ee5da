import { describeForm } from '#lib/core/cost/form-info.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import { slope } from '../thumbnail/slope.ts';
import type { Props } from './props.ts';

const { architecture } = SHIPPED_NETWORKS[0]!;

function example(
	form: 'training-time' | 'folded',
	depth: Props['depth']
): Pick<Props, 'layers' | 'branch' | 'chosen' | 'depth' | 'maps'> {
	const { layers } = describeForm(architecture, form);
	const maps = Object.fromEntries(layers.map(({ name, shape }) => [name, slope(shape[1])]));
	return { layers, branch: architecture.branch, chosen: 'blocks.2.1.ghost1', depth, maps };
}

export const examples: Readonly<Record<string, ReturnType<typeof example>>> = {
	'a whole network': example('training-time', 'network'),
	'a stage': example('training-time', 'stage'),
	'a block': example('training-time', 'block'),
	'a block, folded': example('folded', 'block')
};
