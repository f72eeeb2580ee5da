/**
 * What a point of a surface belongs to: the face of its solid and the first or second colour. Where
 * two neighbours differ in this there is an edge, which is smoothed, and drawn in a line drawing.
 */
import { KINDS, PATTERNS, type Solid } from './solid.ts';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

/** Unit directions of a mushroom's dots: one on top and two staggered rings. */
const DOTS = Float64Array.from(
	[
		[90, 0],
		...[0, 72, 144, 216, 288].map((turn) => [48, turn] as const),
		...[36, 108, 180, 252, 324].map((turn) => [16, turn] as const)
	].flatMap(([height, turn]) => [
		cosDegrees(height!) * sinDegrees(turn!),
		sinDegrees(height!),
		cosDegrees(height!) * cosDegrees(turn!)
	])
);

function boxFace({ a, b, c }: Solid, x: number, y: number, z: number): number {
	const u = Math.abs(x) - a;
	const v = Math.abs(y) - b;
	const w = Math.abs(z) - c;
	if (u > v && u > w) return x < 0 ? 0 : 1;
	return v > w ? (y < 0 ? 2 : 3) : z < 0 ? 4 : 5;
}

/** 0 the side; 1 and 2 bottom and top, which begin where the rounding is half done. */
function coneFace({ a, b, c, d }: Solid, x: number, y: number, z: number): number {
	const beyond = Math.abs(y) - a;
	if (beyond < 0) return 0;
	const r = Math.sqrt(x * x + z * z) - (y < 0 ? b : c);
	// A tip is no face, nor are the ends of a stick.
	const blunt = (y < 0 ? b : c) > Math.max(0.04, d);
	return r > beyond || !blunt ? 0 : y < 0 ? 1 : 2;
}

/** 0 outside, 1 inside. */
function cupFace({ a, b, c, d }: Solid, x: number, y: number, z: number): number {
	const r = Math.sqrt(x * x + z * z) - y * d - a + c / 2;
	return r < 0 && y > c - b - 0.001 ? 1 : 0;
}

/** 0 the planks, 1 the deck, 2 the stern. */
function hullFace({ a, c }: Solid, x: number, y: number): number {
	const u = x / a;
	if (y > 0.3 * c * u * u - 0.006) return 1;
	return x < -0.82 * a + 0.006 ? 2 : 0;
}

function faceOf(solid: Solid, x: number, y: number, z: number): number {
	switch (solid.kind) {
		case KINDS.box:
			return boxFace(solid, x, y, z);
		case KINDS.cone:
			return coneFace(solid, x, y, z);
		case KINDS.cup:
			return cupFace(solid, x, y, z);
		case KINDS.dome:
			return y < solid.c + 0.004 ? 1 : 0;
		case KINDS.hull:
			return hullFace(solid, x, y);
		default:
			return 0;
	}
}

/** Six slices of an orange. */
function inSector(x: number, z: number): boolean {
	const second = 0.5 * x + 0.8660254 * z;
	const third = 0.5 * x - 0.8660254 * z;
	return x * second * third > 0;
}

function onDot({ a, b }: Solid, width: number, x: number, y: number, z: number): boolean {
	const length = Math.sqrt((x / a) * (x / a) + (y / b) * (y / b) + (z / a) * (z / a));
	const least = (1 - width * width) * length;
	for (let dot = 0; dot < DOTS.length; dot += 3) {
		const product = (x / a) * DOTS[dot]! + (y / b) * DOTS[dot + 1]! + (z / a) * DOTS[dot + 2]!;
		if (product > least) return true;
	}
	return false;
}

/** The two coordinates on a box's face, as shares of half its side. */
function faceCoordinates({ a, b, c }: Solid, face: number, x: number, y: number, z: number) {
	const u = face < 2 ? z / c : x / a;
	const v = face === 2 || face === 3 ? z / c : y / b;
	return { u: Math.abs(u), v: Math.abs(v), along: u * v };
}

/** 1, 2, 3 or 5 eyes of a die, by the face. */
function onPip(solid: Solid, face: number, x: number, y: number, z: number): boolean {
	const { u, v, along } = faceCoordinates(solid, face, x, y, z);
	const radius = solid.patternWidth * solid.patternWidth;
	const centre = u * u + v * v < radius;
	const corner = (u - 0.55) * (u - 0.55) + (v - 0.55) * (v - 0.55) < radius;
	if (face === 0 || face === 4) return corner;
	if (face === 1) return corner || centre;
	if (face === 3) return corner && along > 0 ? true : centre;
	return face === 5 ? corner && along > 0 : centre;
}

function isSecond(solid: Solid, face: number, x: number, y: number, z: number): boolean {
	const width = solid.patternWidth;
	const place = solid.patternPlace;
	switch (solid.pattern) {
		case PATTERNS.sectors:
			return inSector(x, z);
		case PATTERNS.band:
			return Math.abs(y - place) < width;
		case PATTERNS.dots:
			return face === 0 && onDot(solid, width, x, y, z);
		case PATTERNS.frame: {
			const { u, v } = faceCoordinates(solid, face, x, y, z);
			return Math.max(u, v) > 1 - width;
		}
		case PATTERNS.pips:
			return onPip(solid, face, x, y, z);
		case PATTERNS.stripes: {
			const period = (x - place) / width;
			return x < place && x > place - 2.6 * width && period - Math.floor(period) < 0.5;
		}
		case PATTERNS.inside:
			return face === 1 || Math.abs(y - place) < width;
		default:
			return false;
	}
}

/** 2 · face, and 1 more where the second colour lies: a number below 16. */
export function partOf(solid: Solid, x: number, y: number, z: number): number {
	const face = faceOf(solid, x, y, z);
	return 2 * face + (solid.pattern !== PATTERNS.plain && isSecond(solid, face, x, y, z) ? 1 : 0);
}
