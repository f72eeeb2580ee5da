/** Three ways to bring two sets of maps together, and how far each has come after so many bytes. */
import { JOINS, joinTraffic, type Join, type JoinTraffic } from '#lib/core/cost/join-traffic.ts';

export const FAIRNESS = ['inputs', 'output'] as const;
type Fairness = (typeof FAIRNESS)[number];

export const SIDES = [7, 14, 28, 56, 112] as const;
type Side = (typeof SIDES)[number];

export const MOST_CHANNELS = 64;

export interface Setting {
	/** Of each input of the concatenation. */
	readonly channels: number;
	readonly side: Side;
	readonly fairness: Fairness;
}

export interface Lane extends JoinTraffic {
	readonly join: Join;
	/** Bytes read and written. */
	readonly moved: number;
}

/** An add has to start from wider inputs where its output is to be as wide as the concatenation's. */
export function lanesOf({ channels, side, fairness }: Setting): Lane[] {
	return JOINS.map((join) => {
		const wide = join !== 'concat' && fairness === 'output';
		const traffic = joinTraffic(join, wide ? 2 * channels : channels, side);
		return { join, ...traffic, moved: traffic.read + traffic.written };
	});
}

/** A buffer in memory, and how much of it has been read or written, from 0 to 1. */
export interface Buffer {
	readonly name: 'a' | 'b' | 'out';
	readonly channels: number;
	readonly done: number;
}

/**
 * Where a lane stands once `bytes` have been moved: a concatenation copies the one input and then the
 * other, an addition walks through both at once.
 */
export function buffersAt({ join, inputChannels, outputChannels, moved }: Lane, bytes: number) {
	const done = moved === 0 ? 1 : Math.min(1, bytes / moved);
	const part = (start: number): number =>
		join === 'concat' ? Math.min(1, Math.max(0, 2 * done - start)) : done;
	const inputs: Buffer[] = [
		{ name: 'a', channels: inputChannels, done: part(0) },
		{ name: 'b', channels: inputChannels, done: part(1) }
	];
	const output: Buffer = { name: 'out', channels: outputChannels, done };
	return { inputs, output };
}

/** Bytes read and written by then, in whole values of four bytes. */
export function movedBy({ read, written, moved }: Lane, bytes: number) {
	const done = moved === 0 ? 1 : Math.min(1, bytes / moved);
	const whole = (total: number): number => 4 * Math.floor((total * done) / 4);
	return { read: whole(read), written: whole(written) };
}
