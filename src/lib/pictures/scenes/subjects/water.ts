/** Fish and sailing boat: both shown from their side, give or take half a right angle. */
import { cone, ellipsoid, hull, hungAt, painted, rolled, sail, tipped, turned } from '../solid.ts';
import type { Solid } from '../solid.ts';
import type { SubjectBuilder } from './subject-plan.ts';

/** The same subject looking the other way. */
function facing(left: boolean, solids: readonly Solid[]): Solid[] {
	if (!left) return [...solids];
	return solids.map((solid) => ({ ...turned180(solid), x: -solid.x, z: -solid.z }));
}

/** Turned by half a turn about the world's upright axis. */
function turned180(solid: Solid): Solid {
	return { ...solid, axes: solid.axes.map((value, index) => (index % 3 === 1 ? value : -value)) };
}

/** A wooden fish: body, forked tail, fins, an eye on each side, and stripes on most. */
export const fish: SubjectBuilder = (chance, { main, deep, partner, cream, coal }) => {
	const length = chance.between(0.41, 0.47);
	const height = chance.between(0.25, 0.3);
	const middle = height + 0.05;
	const fins = chance.pick([deep, partner]);
	const striped = chance.happens(0.65);
	const lobe = sail(0.2, 0.36, 0.035, 0);
	const root = [-length * 0.84, middle, 0] as const;
	const back = sail(0.15, 0.32, 0.03, 0);
	const side = sail(0.1, 0.2, 0.025, 0);
	const eye = (z: number) => [
		painted(
			ellipsoid([length * 0.56, middle + height * 0.24, z * 0.11], 0.066, 0.066, 0.04),
			cream
		),
		painted(
			ellipsoid([length * 0.58, middle + height * 0.24, z * 0.138], 0.036, 0.036, 0.025),
			coal
		)
	];
	return {
		solids: facing(chance.happens(0.5), [
			painted(ellipsoid([0, middle, 0], length, height, 0.17), main, {
				pattern: striped ? 'stripes' : 'plain',
				second: chance.pick([cream, partner]),
				place: length * 0.32,
				width: chance.between(0.17, 0.22)
			}),
			painted(hungAt(rolled(lobe, 62), root), fins),
			painted(hungAt(rolled(tipped(lobe, 180), 62), root), fins),
			painted(hungAt(rolled(back, 78), [length * 0.24, middle + height * 0.86, 0]), fins),
			...[-0.165, 0.165].map((z) =>
				painted(hungAt(rolled(side, 120), [-0.02, middle - height * 0.25, z]), fins)
			),
			...eye(1),
			...eye(-1)
		]),
		swing: [-36, 36]
	};
};

/** Hull, mast, mainsail and jib; it floats. */
export const sailingBoat: SubjectBuilder = (chance, { main, deep, partner, cream, wood }) => {
	const length = chance.between(0.54, 0.6);
	const depth = chance.between(0.2, 0.25);
	const deck = depth - 0.05;
	const top = chance.between(0.78, 0.92);
	const canvas = chance.pick([cream, cream, partner]);
	const mainsail = turned(sail(chance.between(0.38, 0.46), top - 0.08, 0.012, 0.05), 180);
	const jib = sail(chance.between(0.28, 0.36), top * 0.74, 0.012, -0.04);
	return {
		solids: facing(chance.happens(0.5), [
			painted(hull([0, deck, 0], length, 0.2, depth), main, {
				pattern: 'band',
				second: chance.pick([cream, deep]),
				place: -0.02,
				width: 0.03
			}),
			painted(cone([0, deck - 0.08, 0], top + 0.16, 0.022, 0.018, 0.008), wood),
			painted(hungAt(mainsail, [-0.02, deck + 0.11, 0]), canvas, { gloss: 0.1 }),
			painted(hungAt(jib, [0.045, deck + 0.13, 0]), chance.pick([canvas, main]), { gloss: 0.1 })
		]),
		swing: [-42, 42],
		floats: true
	};
};
