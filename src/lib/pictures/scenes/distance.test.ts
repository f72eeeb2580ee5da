import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { distanceOf } from './distance.ts';
import { sampleScene } from './sample-scene.ts';
import { SUBJECTS } from './scene.ts';
import { KINDS, type Point, type Solid } from './solid.ts';
import { setStage } from './stage.ts';
import { supportOf } from './support.ts';

/** Solids as they occur: a few variants of every subject, and clutter. */
const solids: readonly Solid[] = SUBJECTS.flatMap((subject) =>
	[1, 2, 3].flatMap((seed) => setStage(sampleScene(seed, { subject, clutter: 4 })).solids)
);

const ofKind = (kind: keyof typeof KINDS) => solids.filter((solid) => solid.kind === KINDS[kind]);

/** A point of the unit ball, to be stretched over the ellipsoid about a solid. */
const inBall = fc
	.tuple(...([0, 1, 2] as const).map(() => fc.integer({ min: -1000, max: 1000 })))
	.map((thousandths) => thousandths.map((value) => value / 1000))
	.filter(([x, y, z]) => x! * x! + y! * y! + z! * z! <= 1) as fc.Arbitrary<
	[number, number, number]
>;

function stretched({ boundX, boundY, boundZ }: Solid, [x, y, z]: Point): Point {
	return [x * boundX, y * boundY, z * boundZ];
}

function between(a: Point, b: Point): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** How much faster than a true distance each kind may change where rays are followed. */
const STEEPEST: Readonly<Record<keyof typeof KINDS, number>> = {
	ellipsoid: 1.05,
	box: 1,
	cone: 1,
	torus: 1,
	cup: 1.02,
	dome: 1.05,
	hull: 1.6,
	sail: 1.2
};

describe('distances', () => {
	it.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('of a %s change no faster', (kind) => {
		const candidates = ofKind(kind);
		const least = STEEPEST[kind] + 1e-6;
		fc.assert(
			fc.property(fc.constantFrom(...candidates), inBall, inBall, (solid, first, second) => {
				// An ellipsoid fills the one about it, so that its points are looked for farther out.
				const reach = solid.kind === KINDS.ellipsoid ? 3 : 1;
				const [p, q] = [first, second].map((point) =>
					stretched(solid, [point[0] * reach, point[1] * reach, point[2] * reach])
				) as [Point, Point];
				const [fromP, fromQ] = [distanceOf(solid, ...p), distanceOf(solid, ...q)];
				// Rays are followed outside; within, a bound need only be negative.
				fc.pre(fromP >= 0 && fromQ >= 0);
				const change = Math.abs(fromP - fromQ);
				expect(change).toBeLessThanOrEqual(least * between(p, q) + 1e-9);
			}),
			{ numRuns: 400, seed: 1 }
		);
	});

	it('are negative in the middle of what is solid there, and positive on the ellipsoid about it', () => {
		for (const solid of solids) {
			// The middle of a sail lies on its edge, that of a ring or a cup in its hole.
			const hollow = [KINDS.torus, KINDS.cup, KINDS.sail].some((kind) => kind === solid.kind);
			const below = solid.kind === KINDS.hull ? -0.1 * solid.c : 0;
			const inside = solid.kind === KINDS.dome ? 0.1 * solid.b : below;
			if (!hollow) expect(distanceOf(solid, 0, inside, 0)).toBeLessThan(0);
			for (const [x, y, z] of directions(40)) {
				const outside = distanceOf(solid, ...stretched(solid, [x * 1.001, y * 1.001, z * 1.001]));
				expect(outside).toBeGreaterThan(0);
			}
		}
	});
});

/** Unit vectors, the same ones each time. */
function directions(count: number): Point[] {
	const chance = chanceOf(count);
	const drawn: Point[] = [];
	while (drawn.length < count) {
		const [x, y, z] = [0, 1, 2].map(() => chance.between(-1, 1)) as [number, number, number];
		const length = Math.hypot(x, y, z);
		if (length > 0.1 && length <= 1) drawn.push([x / length, y / length, z / length]);
	}
	return drawn;
}

describe('supportOf', () => {
	it('is as far as the solid reaches, or a little farther', () => {
		for (const solid of solids.filter((_, index) => index % 4 === 0)) {
			const points = pointsIn(solid, 3000);
			for (const direction of directions(6)) {
				const reached = Math.max(...points.map((point) => dot(direction, point)));
				const support = supportOf(solid, direction);
				expect(support).toBeGreaterThan(reached - 1e-9);
				const size = solid.reach * solid.scale;
				// A sail is too thin for many points of the cloud to lie in it.
				const share = solid.kind === KINDS.sail ? 0.6 : 0.45;
				expect(support - reached, JSON.stringify(solid)).toBeLessThan(share * size);
			}
		}
	});
});

function dot(a: Point, b: Point): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Points within a solid, in the world's frame, from a cloud in the ellipsoid about it. */
function pointsIn(solid: Solid, count: number): Point[] {
	const chance = chanceOf(count, 3);
	const { axes, scale } = solid;
	const points: Point[] = [];
	for (let index = 0; index < count; index++) {
		const [u, v, w] = stretched(solid, [
			chance.between(-1, 1),
			chance.between(-1, 1),
			chance.between(-1, 1)
		]);
		if (distanceOf(solid, u, v, w) > 0) continue;
		const world = (axis: number) =>
			scale * (u * axes[axis]! + v * axes[3 + axis]! + w * axes[6 + axis]!);
		points.push([solid.x + world(0), solid.y + world(1), solid.z + world(2)]);
	}
	return points;
}
