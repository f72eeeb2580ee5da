/**
 * Sample pictures that are computed, so that the page has something to run at once. They use only
 * + − × ÷ √, which every machine rounds alike: all readers get the same bytes.
 */
import { mulberry32 } from '#lib/core/random-weights.ts';
import type { Picture } from './picture.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Colour at a point; both coordinates run from −1 to 1 over the picture's shorter side. */
type Paint = (x: number, y: number, pixel: number) => Colour;

export interface Pattern {
	/** For addresses and files. */
	readonly name: string;
	/** The picture at any size. */
	readonly draw: (width: number, height: number) => Picture;
}

const CREAM: Colour = [238, 229, 211];
const SAND: Colour = [214, 190, 150];
const CLAY: Colour = [178, 112, 84];
const ROSE: Colour = [196, 142, 140];
const SAGE: Colour = [138, 157, 122];
const TEAL: Colour = [82, 124, 128];
const INDIGO: Colour = [70, 82, 118];
const INK: Colour = [52, 50, 56];
const PATCH_COLOURS = [CREAM, SAND, CLAY, ROSE, SAGE, TEAL, INDIGO, INK];

function clamp(value: number): number {
	return Math.min(1, Math.max(0, value));
}

/** From `a` (share 0) to `b` (share 1). */
function mix(a: Colour, b: Colour, share: number): Colour {
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Zigzag between −¼ and ¼ period with slope 1: its sign names the stripe, its size the way to the edge. */
function wave(position: number, period: number): number {
	const phase = position / period - Math.floor(position / period);
	return (Math.abs(phase - 0.5) - 0.25) * period;
}

function drawWith(makePaint: (pixelSize: number) => Paint): Pattern['draw'] {
	return (width, height) => {
		const pixelSize = 2 / Math.min(width, height);
		const paint = makePaint(pixelSize);
		const rgb = new Uint8ClampedArray(width * height * 3);
		for (let row = 0, pixel = 0; row < height; row++) {
			for (let column = 0; column < width; column++, pixel++) {
				const x = (column + 0.5 - width / 2) * pixelSize;
				const y = (row + 0.5 - height / 2) * pixelSize;
				rgb.set(paint(x, y, pixel), pixel * 3);
			}
		}
		return { width, height, rgb };
	};
}

/** Flat squares under a fine grain: many hues, straight edges, texture. */
const patches = drawWith(() => {
	const next = mulberry32(7);
	const colours = Array.from({ length: 64 }, () => PATCH_COLOURS[next() % 8]!);
	return (x, y) => {
		const column = Math.floor(clamp((x + 1) / 2) * 7.999);
		const row = Math.floor(clamp((y + 1) / 2) * 7.999);
		const grain = (next() / 4294967296 - 0.5) * 28;
		const [red, green, blue] = colours[row * 8 + column]!;
		return [red + grain, green + grain, blue + grain];
	};
});

/** Two rings on a plain ground: thin curved edges in every direction. */
const ring = drawWith((pixelSize) => (x, y) => {
	const radius = Math.sqrt(x * x + y * y);
	const outer = clamp((0.12 - Math.abs(radius - 0.68)) / pixelSize + 0.5);
	const inner = clamp((0.06 - Math.abs(radius - 0.32)) / pixelSize + 0.5);
	return mix(mix(CREAM, TEAL, outer), CLAY, inner);
});

/** Slanted stripes that widen from one side to the other: one direction, all widths. */
const stripes = drawWith((pixelSize) => (x, y) => {
	const along = 0.8 * x + 0.6 * y;
	const period = 0.1 + 0.05 * (along + 1.5);
	const share = clamp(wave(along, period) / pixelSize + 0.5);
	return mix(INDIGO, SAND, share);
});

/** A tilted chessboard: corners and two directions. */
const checks = drawWith((pixelSize) => (x, y) => {
	const column = wave(0.96 * x - 0.28 * y, 0.5);
	const row = wave(0.28 * x + 0.96 * y, 0.5);
	const across = 2 * clamp(column / pixelSize + 0.5) - 1;
	const down = 2 * clamp(row / pixelSize + 0.5) - 1;
	return mix(INK, CREAM, (across * down + 1) / 2);
});

/** A shaded ball over its shadow: one closed outline, soft shading inside. */
const ball = drawWith((pixelSize) => (x, y) => {
	const ground = mix(CREAM, SAND, clamp((y + 1) / 2));
	const toShadow = Math.sqrt(x * x + 9 * (y - 0.66) * (y - 0.66));
	const shadow = mix(ground, INK, 0.5 * clamp(1 - toShadow / 0.8));
	const radius = Math.sqrt(x * x + (y + 0.06) * (y + 0.06));
	const height = Math.sqrt(clamp(1 - (radius / 0.62) * (radius / 0.62)));
	const light = clamp((-0.48 * x - 0.6 * (y + 0.06)) / 0.62 + 0.64 * height);
	const surface = mix(mix(INK, ROSE, 0.35 + 0.65 * light), CREAM, 0.7 * light * light * light);
	return mix(shadow, surface, clamp((0.62 - radius) / pixelSize + 0.5));
});

/** Four colours that flow into each other: no edge at all. */
const gradient = drawWith(() => (x, y) => {
	const across = clamp((x + 1) / 2);
	return mix(mix(ROSE, SAND, across), mix(INDIGO, SAGE, across), clamp((y + 1) / 2));
});

/** In the order of the page's list. */
export const PATTERNS: readonly Pattern[] = [
	{ name: 'patches', draw: patches },
	{ name: 'ring', draw: ring },
	{ name: 'stripes', draw: stripes },
	{ name: 'checks', draw: checks },
	{ name: 'ball', draw: ball },
	{ name: 'gradient', draw: gradient }
];
