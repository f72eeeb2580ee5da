/** Mug and mushroom. */
import { cone, cup, dome, painted, rolled, torus } from '../solid.ts';
import type { SubjectBuilder } from './subject-plan.ts';

/** Its handle is kept where it is seen against the wall, never behind the mug. */
export const mug: SubjectBuilder = (chance, { main, deep, cream, partner }) => {
	const radius = chance.between(0.31, 0.37);
	const height = chance.between(0.72, 0.86);
	const taper = chance.between(-0.04, 0.1);
	const banded = chance.happens(0.45);
	const leftHanded = chance.happens(0.5);
	const sign = leftHanded ? -1 : 1;
	const grip = height * chance.between(0.24, 0.28);
	const handle = torus([sign * (radius - 0.02), height * 0.52, 0], grip, 0.05, -0.02);
	return {
		solids: [
			painted(cup([0, 0, 0], radius, height, 0.055, taper), main, {
				pattern: 'inside',
				second: banded ? chance.pick([cream, partner]) : cream,
				place: banded ? chance.between(-0.1, 0.1) : -9,
				width: chance.between(0.06, 0.12)
			}),
			painted(leftHanded ? rolled(handle, 180) : handle, chance.pick([main, main, deep]))
		],
		swing: leftHanded ? [-22, 58] : [-58, 22]
	};
};

/** A toadstool: dots on most of them. */
export const mushroom: SubjectBuilder = (chance, { main, cream }) => {
	const stem = chance.between(0.46, 0.6);
	const radius = chance.between(0.46, 0.54);
	const height = chance.between(0.38, 0.5);
	const thick = chance.between(0.13, 0.18);
	const dotted = chance.happens(0.75);
	return {
		solids: [
			painted(cone([0, 0, 0], stem + 0.08, thick + 0.05, thick - 0.02, 0.05), cream, {
				gloss: 0.3
			}),
			painted(dome([0, stem, 0], radius, height, 0), main, {
				pattern: dotted ? 'dots' : 'plain',
				second: cream,
				width: chance.between(0.19, 0.25)
			})
		]
	};
};
