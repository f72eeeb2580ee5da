/**
 * The first numbers of all: a value that a network reads is (byte / 255 − mean) / standard deviation of
 * its colour, as `normalize` computes it. Taken apart here, for those who follow a number that far.
 */
import { INPUT } from '#lib/core/graph.ts';
import type { GraphSource } from '#lib/core/follow/follow-run.ts';
import { single, taken, type Followed } from '#lib/core/follow/follow-term.ts';
import { MEAN, STANDARD_DEVIATION } from './preprocess.ts';

/** Light less the mean, light from 0 to 1, the byte, and the three constants. */
type PixelPart = 'centred' | 'light' | 'byte' | 'mean' | 'deviation' | 'full';

interface PixelSource {
	readonly kind: 'pixel';
	readonly part: PixelPart;
	/** Red, green or blue, row and column, from 0. */
	readonly place: readonly [colour: number, row: number, column: number];
}

export type NetworkSource = GraphSource | PixelSource;

type FollowedNumber = Followed<NetworkSource>;
type PixelPlace = PixelSource['place'];

/**
 * What the value of the picture at a place was made of.
 * @param value as the network read it
 */
export function followInput(place: PixelPlace, value: number): FollowedNumber {
	const [colour, row, column] = place;
	const divisor = part('deviation', place, Math.fround(STANDARD_DEVIATION[colour]!));
	return {
		source: { kind: 'value', node: INPUT, place: [0, colour, row, column] },
		value,
		rule: 'quotient',
		terms: [part('centred', place, value * divisor.value), divisor]
	};
}

/**
 * What a part of such a value was made of.
 * @param byte of the picture at the place, 0 to 255
 */
export function followPixel({ part: name, place }: PixelSource, byte: number): FollowedNumber {
	const source: PixelSource = { kind: 'pixel', part: name, place };
	const [colour] = place;
	const light = Math.fround(byte / 255);
	const mean = Math.fround(MEAN[colour]!);
	switch (name) {
		case 'centred': {
			const terms = [part('light', place, light), taken(part('mean', place, mean))];
			return { source, value: light - mean, rule: 'sum', terms };
		}
		case 'light': {
			const terms = [part('byte', place, byte), part('full', place, 255)];
			return { source, value: light, rule: 'quotient', terms };
		}
		default: {
			const values = {
				...{ byte, mean, full: 255 },
				deviation: Math.fround(STANDARD_DEVIATION[colour]!)
			};
			return { source, value: values[name], rule: 'given', terms: [] };
		}
	}
}

function part(name: PixelPart, place: PixelPlace, value: number) {
	return single<NetworkSource>(value, { kind: 'pixel', part: name, place });
}
