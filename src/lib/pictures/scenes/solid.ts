/**
 * Solids as data: a kind, a few lengths, where it stands and how it is painted. One flat record for
 * every kind, so that the loops over pixels read the same fields whatever they draw.
 */
import type { Colour } from './colour.ts';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

/** Kinds of solid; `distance.ts` says what each one's lengths mean. */
export const KINDS = {
	ellipsoid: 0,
	box: 1,
	cone: 2,
	torus: 3,
	cup: 4,
	dome: 5,
	hull: 6,
	sail: 7
} as const;

/** How the second colour lies on a solid; see `pattern.ts`. */
export const PATTERNS = {
	plain: 0,
	sectors: 1,
	band: 2,
	dots: 3,
	frame: 4,
	pips: 5,
	stripes: 6,
	inside: 7
} as const;

export interface Solid {
	readonly kind: (typeof KINDS)[keyof typeof KINDS];
	/** Lengths by kind, in the solid's own unit. */
	readonly a: number;
	readonly b: number;
	readonly c: number;
	readonly d: number;
	/** Radius of a sphere about the centre that holds the solid, in the same unit. */
	readonly reach: number;
	/** Centre. */
	readonly x: number;
	readonly y: number;
	readonly z: number;
	/** The own axes in the world's frame: x axis, y axis, z axis, each of length 1. */
	readonly axes: Float64Array;
	/** Length of the own unit in the world. */
	readonly scale: number;
	readonly pattern: (typeof PATTERNS)[keyof typeof PATTERNS];
	/** Place and width of the pattern, in the own unit. */
	readonly patternPlace: number;
	readonly patternWidth: number;
	readonly first: Colour;
	readonly second: Colour;
	/** Share of the scene's gloss. */
	readonly gloss: number;
}

export type Point = readonly [x: number, y: number, z: number];

const UPRIGHT = [1, 0, 0, 0, 1, 0, 0, 0, 1];

type Lengths = readonly [a: number, b: number, c: number, d: number];

function solid(kind: keyof typeof KINDS, centre: Point, lengths: Lengths, reach: number): Bare {
	const [a, b, c, d] = lengths;
	const [x, y, z] = centre;
	return {
		kind: KINDS[kind],
		a,
		b,
		c,
		d,
		reach,
		x,
		y,
		z,
		axes: Float64Array.from(UPRIGHT),
		scale: 1
	};
}

type Bare = Pick<
	Solid,
	'kind' | 'a' | 'b' | 'c' | 'd' | 'reach' | 'x' | 'y' | 'z' | 'axes' | 'scale'
>;

/** Half axes. */
export function ellipsoid(centre: Point, a: number, b = a, c = a): Bare {
	return solid('ellipsoid', centre, [a, b, c, 0], Math.max(a, b, c));
}

/** Half sides; `round` is the radius of its edges. */
export function box(centre: Point, a: number, b: number, c: number, round: number): Bare {
	return solid('box', centre, [a, b, c, round], Math.sqrt(a * a + b * b + c * c));
}

/** Upright from `bottom` to `top`, with their radii: also cylinders, discs and sticks. */
export function cone(
	foot: Point,
	height: number,
	bottom: number,
	top: number,
	round: number
): Bare {
	const half = height / 2;
	const radius = Math.max(bottom, top);
	const reach = Math.sqrt(half * half + radius * radius);
	const lengths = [half - round, bottom - round, Math.max(top - round, 0.001), round] as const;
	return solid('cone', [foot[0], foot[1] + half, foot[2]], lengths, reach);
}

/** Stands upright in the plane of x and y; only what lies right of `cut` (own x) is there. */
export function torus(centre: Point, radius: number, thickness: number, cut = -9): Bare {
	return solid('torus', centre, [radius, thickness, cut, 0], radius + thickness);
}

/** Hollow, open above; `taper` is how much wider it gets for each unit of height. */
export function cup(
	foot: Point,
	radius: number,
	height: number,
	wall: number,
	taper: number
): Bare {
	const half = height / 2;
	const widest = radius + half * Math.abs(taper);
	const reach = Math.sqrt(half * half + widest * widest);
	return solid('cup', [foot[0], foot[1] + half, foot[2]], [radius, half, wall, taper], reach);
}

/** The part of an upright ellipsoid of revolution above a level of its own. */
export function dome(centre: Point, radius: number, height: number, level: number): Bare {
	return solid('dome', centre, [radius, height, level, 0], Math.max(radius, height));
}

/** A boat's hull below the centre, its bow to the right: half length, half beam, depth. */
export function hull(centre: Point, length: number, beam: number, depth: number): Bare {
	const reach = Math.sqrt(length * length + beam * beam + depth * depth) * 1.05;
	return solid('hull', centre, [length, beam, depth, 0], reach);
}

/** A right-angled triangle in the plane of x and y, its right angle at the corner given. */
export function sail(
	corner: Point,
	width: number,
	height: number,
	thickness: number,
	billow: number
): Bare {
	const reach = Math.max(width, height) + thickness + Math.abs(billow);
	return solid('sail', corner, [width, height, thickness, billow], reach);
}

/** Turned by degrees from its own x axis towards its own y axis (to the left, seen from the front). */
export function rolled<Given extends Pick<Solid, 'axes'>>(given: Given, degrees: number): Given {
	return { ...given, axes: rotateColumns(given.axes, 0, 1, degrees) };
}

/** Turned by degrees about its own y axis. */
export function turned<Given extends Pick<Solid, 'axes'>>(given: Given, degrees: number): Given {
	return { ...given, axes: rotateColumns(given.axes, 2, 0, degrees) };
}

/** Turned by degrees about its own x axis, its top towards the reader. */
export function tipped<Given extends Pick<Solid, 'axes'>>(given: Given, degrees: number): Given {
	return { ...given, axes: rotateColumns(given.axes, 1, 2, degrees) };
}

function rotateColumns(
	axes: Float64Array,
	from: number,
	to: number,
	degrees: number
): Float64Array {
	const cos = cosDegrees(degrees);
	const sin = sinDegrees(degrees);
	const result = Float64Array.from(axes);
	for (let index = 0; index < 3; index++) {
		const u = axes[from * 3 + index]!;
		const v = axes[to * 3 + index]!;
		result[from * 3 + index] = cos * u + sin * v;
		result[to * 3 + index] = cos * v - sin * u;
	}
	return result;
}

interface Paint {
	readonly second?: Colour;
	readonly pattern?: keyof typeof PATTERNS;
	readonly place?: number;
	readonly width?: number;
	readonly gloss?: number;
}

/** The solid in its colours. */
export function painted(bare: Bare, first: Colour, paint: Paint = {}): Solid {
	const { second = first, pattern = 'plain', place = 0, width = 0, gloss = 1 } = paint;
	return {
		...bare,
		pattern: PATTERNS[pattern],
		patternPlace: place,
		patternWidth: width,
		first,
		second,
		gloss
	};
}
