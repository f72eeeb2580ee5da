/** The values of a tensor view as channels of one shape, and the colours they share. */
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Props } from './props.ts';

interface Channels {
	readonly rows: number;
	readonly columns: number;
	/** [rows, columns] each. */
	readonly channels: readonly Float32Array[];
}

/** A flat list is a square where it fills one, else a row. */
export function channelsOf(values: Props['values']): Channels {
	const [first] = values;
	if (first === undefined || typeof first === 'number') {
		const flat = Float32Array.from(values as number[]);
		const side = Math.sqrt(flat.length);
		const [rows, columns] = Number.isInteger(side) ? [side, side] : [1, flat.length];
		return { rows, columns, channels: [flat] };
	}
	return {
		rows: first.length,
		columns: first[0]?.length ?? 0,
		channels: (values as number[][][]).map((channel) => Float32Array.from(channel.flat()))
	};
}

/** One scale for all channels; `unsigned` gives way to values below zero, so that none is hidden. */
export function sharedScale({ channels }: Channels, kind: Props['scale']): ColourScale {
	const finite = channels.flatMap((channel) => [...channel]).filter(Number.isFinite);
	const low = finite.reduce((least, value) => Math.min(least, value), 0);
	const high = finite.reduce((most, value) => Math.max(most, value), 0);
	return colourScale(low, high, kind === 'signed' || low < 0);
}
