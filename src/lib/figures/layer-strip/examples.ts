import type { Props, StripBlock } from './props.ts';

function block(id: string, name: string, side: number, changes: Partial<StripBlock> = {}) {
	const values = Float32Array.from({ length: side * side }, (_, i) => (i % side) / side);
	const map = { rows: side, columns: side, values, min: 0, max: 1 };
	const shape = [8, side, side] as const;
	const plain = { squeezeExcite: false, halves: false, chosen: false };
	return { id, name, layer: id, shape, map, ...plain, ...changes };
}

export const examples: Readonly<Record<string, Omit<Props, 'onlayer'>>> = {
	'the first blocks': {
		blocks: [
			block('conv_stem', 'stem', 112, { halves: true }),
			block('blocks.0.0', '1', 112),
			block('blocks.1.0', '2', 56, { halves: true, chosen: true }),
			block('blocks.3.0', '4', 28, { halves: true, squeezeExcite: true, map: null })
		]
	}
};
