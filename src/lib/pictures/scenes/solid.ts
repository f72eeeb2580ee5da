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
	/** Half axes of an ellipsoid about the centre that holds the solid; of an ellipsoid, its own. */
	readonly boundX: number;
	readonly boundY: number;
	readonly boundZ: number;
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

type Four = readonly [number, number, number, number];

/** A solid before it is painted. */
type Bare = Omit<Solid, 'pattern' | 'patternPlace' | 'patternWidth' | 'first' | 'second' | 'gloss'>;

function solid(
	kind: keyof typeof KINDS,
	centre: Point,
	lengths: Four,
	reach: number,
	bound: Point
): Bare {
	const [a, b, c, d] = lengths;
	const [x, y, z] = centre;
	const [boundX, boundY, boundZ] = bound;
	const axes = Float64Array.from(UPRIGHT);
	return { kind: KINDS[kind], a, b, c, d, reach, boundX, boundY, boundZ, x, y, z, axes, scale: 1 };
}

/** Smallest ellipsoids about a box and about an upright cylinder have its half sides times these. */
const ABOUT_BOX = 1.7320509;
const ABOUT_CYLINDER = 1.4142136;

/** Half axes. */
export function ellipsoid(centre: Point, a: number, b = a, c = a): Bare {
	return solid('ellipsoid', centre, [a, b, c, 0], Math.max(a, b, c), [a, b, c]);
}

/** Half sides; `round` is the radius of its edges. */
export function box(centre: Point, a: number, b: number, c: number, round: number): Bare {
	const bound = [a * ABOUT_BOX, b * ABOUT_BOX, c * ABOUT_BOX] as const;
	return solid('box', centre, [a, b, c, round], Math.sqrt(a * a + b * b + c * c), bound);
}

function aboutCylinder(radius: number, half: number): { reach: number; bound: Point } {
	const across = radius * ABOUT_CYLINDER;
	return {
		reach: Math.sqrt(half * half + radius * radius),
		bound: [across, half * ABOUT_CYLINDER, across]
	};
}

/** Upright from its foot, with the radii of bottom and top: also cylinders, discs and sticks. */
export function cone(
	foot: Point,
	height: number,
	bottom: number,
	top: number,
	round: number
): Bare {
	const half = height / 2;
	const { reach, bound } = aboutCylinder(Math.max(bottom, top), half);
	const lengths = [half - round, bottom - round, Math.max(top - round, 0.001), round] as const;
	return solid('cone', [foot[0], foot[1] + half, foot[2]], lengths, reach, bound);
}

/** Stands upright in the plane of x and y; only what lies right of `cut` (own x) is there. */
export function torus(centre: Point, radius: number, thickness: number, cut = -9): Bare {
	const reach = radius + thickness;
	// Any point has at most 4/5 of its sum of squares from the first two and 1/5 from the third.
	const bound = [reach * 1.118034, reach * 1.118034, thickness * 2.236068] as const;
	return solid('torus', centre, [radius, thickness, cut, 0], reach, bound);
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
	const { reach, bound } = aboutCylinder(radius + half * Math.abs(taper), half);
	return solid(
		'cup',
		[foot[0], foot[1] + half, foot[2]],
		[radius, half, wall, taper],
		reach,
		bound
	);
}

/** The part of an upright ellipsoid of revolution above a level of its own. */
export function dome(centre: Point, radius: number, height: number, level: number): Bare {
	const reach = Math.max(radius, height);
	return solid('dome', centre, [radius, height, level, 0], reach, [radius, height, radius]);
}

/** A boat's hull below the centre, its bow to the right: half length, half beam, depth. */
export function hull(centre: Point, length: number, beam: number, depth: number): Bare {
	const reach = Math.sqrt(length * length + depth * depth);
	// Seen from above it lies in an ellipse of its own length and beam.
	const bound = [length * ABOUT_CYLINDER, depth * ABOUT_CYLINDER, beam * ABOUT_CYLINDER] as const;
	return solid('hull', centre, [length, beam, depth, 0], reach, bound);
}

/** A right-angled triangle in the plane of x and y about its centre, its right angle below left. */
export function sail(width: number, height: number, thickness: number, billow: number): Bare {
	const thick = thickness + Math.abs(billow);
	const reach = Math.sqrt((width * width + height * height) / 4 + thick * thick);
	// 1 / 2.2 + 1 / 2.2 + 1 / 11 = 1: a flat ellipsoid about a flat box.
	const bound = [0.7416199 * width, 0.7416199 * height, 3.3166248 * thick] as const;
	return solid('sail', [0, 0, 0], [width, height, thickness, billow], reach, bound);
}

/** Moved so that the right angle of a sail, turned or not, comes to lie at a point. */
export function hungAt(given: Bare, [x, y, z]: Point): Bare {
	const { a, b, axes } = given;
	const along = (index: number) => (axes[index]! * a + axes[3 + index]! * b) / 2;
	return { ...given, x: x + along(0), y: y + along(1), z: z + along(2) };
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
