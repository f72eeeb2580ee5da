/**
 * Colours of tensor values: PuOr around zero for signed values, cividis from zero for values that are
 * never negative. A colour is a number, so both are the same in every theme.
 */
import { interpolateCividis, interpolatePuOr, rgb } from 'd3';

export type Rgb = readonly [red: number, green: number, blue: number];

export interface ColourScale {
	/** `signed`: from −high to high. `unsigned`: from 0 to high. */
	readonly kind: 'signed' | 'unsigned';
	readonly low: number;
	readonly high: number;
}

/** What stands for values that are no finite number; no scale holds it. */
const NOT_FINITE: readonly [Rgb, Rgb] = [
	[0, 0, 0],
	[255, 255, 255]
];

/** Colours from one end of a scale to the other. */
export const STEPS = 256;

function tableOf(interpolate: (t: number) => string): Uint8Array {
	const table = new Uint8Array(STEPS * 3);
	for (let step = 0; step < STEPS; step++) {
		const { r, g, b } = rgb(interpolate(step / (STEPS - 1)));
		table.set([r, g, b], step * 3);
	}
	return table;
}

const tables = { signed: tableOf(interpolatePuOr), unsigned: tableOf(interpolateCividis) };

/** Red, green, blue and full opacity as one number, in the order of this machine's bytes. */
function wordsOf(colours: Uint8Array): Uint32Array {
	const bytes = new Uint8Array((colours.length / 3) * 4).fill(255);
	for (let from = 0, to = 0; from < colours.length; from += 3, to += 4) {
		bytes.set(colours.subarray(from, from + 3), to);
	}
	return new Uint32Array(bytes.buffer);
}

const words = { signed: wordsOf(tables.signed), unsigned: wordsOf(tables.unsigned) };

/** 256 colours of a kind, low to high, each as one number for a canvas's bytes. */
export function colourWords(kind: ColourScale['kind']): Uint32Array {
	return words[kind];
}

/** The two colours of a chequered value, which is not finite, in the same form. */
export const NOT_FINITE_WORDS = wordsOf(Uint8Array.from(NOT_FINITE.flat()));

/**
 * The scale that holds all values from `low` to `high`. Where everything is zero the domain goes to 1.
 * @param signed keeps a map without negative values on the scale of others that have some
 */
export function colourScale(low: number, high: number, signed = low < 0): ColourScale {
	const largest = Math.max(Math.abs(low), Math.abs(high)) || 1;
	return signed
		? { kind: 'signed', low: -largest, high: largest }
		: { kind: 'unsigned', low: 0, high: largest };
}

/** Step of the colour table for a finite value, clamped to the ends. */
export function colourStep({ low, high }: ColourScale, value: number): number {
	const step = ((value - low) / (high - low)) * (STEPS - 1);
	if (step <= 0) return 0;
	// Rounds to the nearest: quicker than Math.round, and this runs for every value on view.
	return step >= STEPS - 1 ? STEPS - 1 : (step + 0.5) | 0;
}

export function colourOf(scale: ColourScale, value: number): Rgb {
	if (!Number.isFinite(value)) return NOT_FINITE[0];
	const at = colourStep(scale, value) * 3;
	const [red = 0, green = 0, blue = 0] = tables[scale.kind].subarray(at, at + 3);
	return [red, green, blue];
}

/** Black or white, whichever has the better contrast; never under 4.58 : 1. */
export function inkOn(colour: Rgb): 'black' | 'white' {
	const [red, green, blue] = colour.map((byte) => {
		const value = byte / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? 'white' : 'black';
}
