/**
 * Colours as linear red, green and blue, and the palettes of a scene. Hues are those of Oklab (Björn
 * Ottosson, 2020), in which equal steps look equal; its way to linear light needs only products.
 * Bytes come from linear light by a square root: a display's gamma of 2, near enough to sRGB's.
 */
import type { Scene } from './scene.ts';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

/** Linear light, 0 to 1 each; a little outside where a colour leaves the display's range. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Oklab's hue of the red that the dials call 0. */
const RED_HUE = 29;

/** Colour from Oklab's lightness (0 to 1), chroma (0 to about 0.3) and a hue in degrees from red. */
export function colourOf(lightness: number, chroma: number, hue: number): Colour {
	const a = chroma * cosDegrees(hue + RED_HUE);
	const b = chroma * sinDegrees(hue + RED_HUE);
	const long = lightness + 0.3963377774 * a + 0.2158037573 * b;
	const medium = lightness - 0.1055613458 * a - 0.0638541728 * b;
	const short = lightness - 0.0894841775 * a - 1.291485548 * b;
	const l = long * long * long;
	const m = medium * medium * medium;
	const s = short * short * short;
	return [
		Math.max(0, 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
		Math.max(0, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
		Math.max(0, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
	];
}

/** What a subject may be painted with. */
export interface Palette {
	/** The subject's own colour. */
	readonly main: Colour;
	/** The same, darker. */
	readonly deep: Colour;
	/** A partner from another part of the circle. */
	readonly partner: Colour;
	readonly cream: Colour;
	readonly snow: Colour;
	readonly wood: Colour;
	readonly carrot: Colour;
	readonly coal: Colour;
}

/** Yellows are painted lighter than reds and blues, or they turn to mud. */
function lightnessOfHue(hue: number): number {
	return 0.6 + 0.11 * cosDegrees(hue - 75);
}

export function paletteOf({ hue, colour }: Scene): Palette {
	const partnerHue = hue + 165;
	return {
		main: colourOf(lightnessOfHue(hue), 0.175 * colour, hue),
		deep: colourOf(lightnessOfHue(hue) - 0.16, 0.14 * colour, hue),
		partner: colourOf(lightnessOfHue(partnerHue) + 0.05, 0.12 * colour, partnerHue),
		cream: colourOf(0.93, 0.035, 65),
		snow: colourOf(0.95, 0.008, 230),
		wood: colourOf(0.47, 0.07, 35),
		carrot: colourOf(0.69, 0.17, 28),
		coal: colourOf(0.26, 0.015, 30)
	};
}

/** Ground and wall. */
export interface Surroundings {
	readonly ground: Colour;
	readonly wall: Colour;
	/** The pen's colour: nearly black, a touch of the surroundings. */
	readonly ink: Colour;
	readonly paper: Colour;
}

/** Water is a little deeper in colour than other ground. */
export function surroundingsOf(
	{ background, backgroundLight }: Scene,
	water: boolean
): Surroundings {
	const lightness = 0.67 + 0.25 * backgroundLight;
	const ground = water
		? colourOf(lightness - 0.08, 0.075, background)
		: colourOf(lightness, 0.042, background);
	return {
		ground,
		wall: colourOf(lightness + 0.03, 0.026, background + 20),
		ink: colourOf(0.27, 0.025, background),
		paper: colourOf(0.965, 0.018, 60)
	};
}
