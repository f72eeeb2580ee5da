import type { Props } from './props.ts';

/** Slopes that turn from map to map; `change` is added more and more towards the last one. */
function slopes(channels: number, side: number, change: number): Props['a'] {
	const data = Float32Array.from({ length: channels * side * side }, (_, index) => {
		const channel = Math.floor(index / (side * side));
		const row = Math.floor(index / side) % side;
		const turn = channel / channels;
		const slope = ((index % side) * turn + row * (1 - turn)) / side;
		return slope + change * turn * Math.sin(index);
	});
	return { shape: [1, channels, side, side], data };
}

export const examples: Readonly<Record<string, Props>> = {
	'two networks': { layer: 'blocks.3.0', a: slopes(24, 14, 0), b: slopes(24, 14, 0.6) },
	'rounding alone': { layer: 'blocks.3.0', a: slopes(24, 14, 0), b: slopes(24, 14, 4e-7) },
	equal: { layer: 'conv_stem', a: slopes(8, 16, 0), b: slopes(8, 16, 0) }
};
