import type { Props } from './props.ts';

type Layers = Props['layers'];

/** Layers whose difference grows from one to the next, some of them only in A. */
const grown = (least: number, growth: number): Layers =>
	Array.from({ length: 24 }, (_, index) => {
		const shape = [8 + index, 16, 16] as const;
		const isAlone = index % 6 === 4;
		return {
			name: `blocks.${Math.floor(index / 3)}.${index % 3}`,
			shapeA: shape,
			shapeB: isAlone ? null : shape,
			difference: isAlone
				? null
				: { largest: index === 0 ? 0 : least * growth ** index, tolerance: 1e-5 * (1 + index / 8) }
		};
	});

export const examples: Readonly<Record<string, Omit<Props, 'onlayer'>>> = {
	'rounding alone': { layers: grown(1e-7, 1.12), chosen: 'blocks.2.0', withTolerance: true },
	'two networks': { layers: grown(0.2, 1.15), chosen: 'blocks.1.1', withTolerance: false },
	'nothing in common': {
		layers: grown(1, 1).map((layer) => ({ ...layer, shapeB: null, difference: null })),
		chosen: 'blocks.0.0',
		withTolerance: false
	}
};
