import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import type { Props } from './props.ts';

const network = (name: string, family: Family, form: Props['a']['form']): Props['a'] => ({
	name,
	architecture: createArchitecture(family, { width: 0.5 }),
	form,
	picture: [3, 224, 224]
});

export const examples: Readonly<Record<string, Props>> = {
	'training-time against folded': {
		a: network('RepGhostNet 0.5×', 'repghostnet', 'training-time'),
		b: network('RepGhostNet 0.5×', 'repghostnet', 'folded')
	},
	'RepGhost against Ghost': {
		a: network('RepGhostNet 0.5×', 'repghostnet', 'folded'),
		b: network('GhostNet 0.5×', 'ghostnet', 'folded')
	},
	'one network twice': {
		a: network('RepGhostNet 0.5×', 'repghostnet', 'folded'),
		b: network('RepGhostNet 0.5×', 'repghostnet', 'folded')
	}
};
