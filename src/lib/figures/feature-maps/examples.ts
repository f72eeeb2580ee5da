import type { Props } from './props.ts';

/** A slope that turns from map to map, so that every map can be told from the others. */
function slopes(channels: number, side: number, offset: number): Props['maps'] {
	const data = Float32Array.from({ length: channels * side * side }, (_, index) => {
		const channel = Math.floor(index / (side * side));
		const row = Math.floor(index / side) % side;
		const turn = channel / channels;
		return offset + ((index % side) * turn + row * (1 - turn)) / side;
	});
	return { shape: [1, channels, side, side], data };
}

const lost = slopes(2, 4, 0);
lost.data.set([NaN, Infinity], 5);

export const examples: Readonly<Record<string, Omit<Props, 'onscale'>>> = {
	'after ReLU': { maps: slopes(20, 14, 0), scale: 'shared' },
	signed: { maps: slopes(20, 14, -0.5), scale: 'own' },
	'many maps, in pages': { maps: slopes(300, 7, 0), scale: 'shared' },
	'single values': { maps: slopes(40, 1, -0.2), scale: 'shared' },
	'values that are not finite': { maps: lost, scale: 'shared' }
};
