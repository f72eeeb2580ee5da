/** A snowman of three balls with hat, carrot, coals, arms of twigs and often a scarf. */
import type { Palette } from '../colour.ts';
import type { Chance } from '../chance.ts';
import { cone, ellipsoid, painted, rolled, tipped, torus, type Solid } from '../solid.ts';
import { cosDegrees, sinDegrees } from '../trigonometry.ts';
import type { SubjectBuilder } from './subject-plan.ts';

function hat(chance: Chance, { main, coal }: Palette, top: number): Solid[] {
	const felt = chance.pick([coal, main]);
	const band = felt === coal ? main : coal;
	return [
		painted(cone([0, top - 0.035, 0], 0.035, 0.2, 0.2, 0.015), felt, { gloss: 0.3 }),
		painted(cone([0, top - 0.02, 0], chance.between(0.16, 0.22), 0.125, 0.125, 0.015), felt, {
			pattern: 'band',
			second: band,
			place: -0.06,
			width: 0.03,
			gloss: 0.3
		})
	];
}

/** A twig that reaches out and up from the middle ball. */
function arm({ wood }: Palette, side: number, from: number, height: number, rise: number): Solid {
	const half = 0.17;
	const twig = rolled(cone([0, 0, 0], 2 * half, 0.024, 0.016, 0.014), -side * (90 - rise));
	const x = side * (from + half * cosDegrees(rise));
	return painted({ ...twig, x, y: height + half * sinDegrees(rise) }, wood, { gloss: 0 });
}

export const snowman: SubjectBuilder = (chance, palette) => {
	const { snow, carrot, coal, main } = palette;
	const low = chance.between(0.3, 0.34);
	const middle = low * chance.between(0.72, 0.78);
	const head = middle * chance.between(0.72, 0.8);
	const middleY = low * 0.94 + low * 0.62 + middle * 0.5;
	const headY = middleY + middle * 0.7 + head * 0.72;
	const eye = (side: number) =>
		painted(ellipsoid([side * head * 0.36, headY + head * 0.25, head * 0.88], 0.028), coal);
	const button = (rise: number) =>
		painted(ellipsoid([0, middleY + middle * rise, middle * 0.97], 0.026), coal);
	const nose = tipped(cone([0, 0, 0], 0.17, 0.042, 0.008, 0.006), 90);
	const scarf = tipped(torus([0, headY - head * 0.78, 0], head * 0.84, 0.055), 90);
	const matt = { gloss: 0.15 };
	return {
		solids: [
			painted(ellipsoid([0, low * 0.94, 0], low), snow, matt),
			painted(ellipsoid([0, middleY, 0], middle), snow, matt),
			painted(ellipsoid([0, headY, 0], head), snow, matt),
			...hat(chance, palette, headY + head * 0.86),
			eye(-1),
			eye(1),
			button(0.35),
			button(-0.2),
			painted({ ...nose, y: headY - head * 0.02, z: head + 0.06 }, carrot, { gloss: 0.3 }),
			arm(palette, -1, middle * 0.84, middleY + 0.05, chance.between(15, 45)),
			arm(palette, 1, middle * 0.84, middleY + 0.05, chance.between(15, 45)),
			...(chance.happens(0.7) ? [painted(scarf, main, { gloss: 0.1 })] : [])
		],
		swing: [-75, 75]
	};
};
