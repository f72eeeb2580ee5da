import { drawSheet } from '#lib/scene/maps-sheet.ts';
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

/** One value for each map, as after a global pool: above and below zero in turn. */
function singles(channels: number): Props['maps'] {
	const data = Float32Array.from({ length: channels }, (_, channel) => Math.sin(channel / 4));
	return { shape: [1, channels, 1, 1], data };
}

const lost = slopes(2, 4, 0);
lost.data.set([NaN, Infinity], 5);

const rested = slopes(4, 8, 0);
const moved = drawSheet(slopes(4, 8, 1), {
	channels: [0, 1, 2, 3],
	across: 4,
	scale: 'shared',
	chosen: 2
});

const live = null;

export const examples: Readonly<Record<string, Omit<Props, 'onscale' | 'onview'>>> = {
	'after ReLU': { maps: slopes(20, 14, 0), scale: 'shared', live },
	signed: { maps: slopes(20, 14, -0.5), scale: 'own', live },
	'many maps, in pages': { maps: slopes(300, 7, 0), scale: 'shared', live },
	'single values': { maps: singles(40), scale: 'shared', live },
	'values that are not finite': { maps: lost, scale: 'shared', live },
	'a picture that moves': { maps: rested, scale: 'shared', live: moved }
};
