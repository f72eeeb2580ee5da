/** A fir of three tiers, or a leafy tree with a round crown; both show their trunk. */
import type { Chance } from '../chance.ts';
import type { Palette } from '../colour.ts';
import { cone, ellipsoid, painted, type Solid } from '../solid.ts';
import { cosDegrees, sinDegrees } from '../trigonometry.ts';
import type { SubjectBuilder } from './subject-plan.ts';

const MATT = { gloss: 0.2 };

function fir(chance: Chance, { main, wood }: Palette): Solid[] {
	const wide = chance.between(0.4, 0.47);
	const foot = chance.between(0.2, 0.27);
	const tier = (share: number, from: number, height: number) =>
		painted(cone([0, from, 0], height, wide * share, 0.03, 0.015), main, MATT);
	return [
		painted(cone([0, 0, 0], foot + 0.1, 0.095, 0.075, 0.01), wood, MATT),
		tier(1, foot, 0.5),
		tier(0.78, foot + 0.29, 0.44),
		tier(0.55, foot + 0.56, 0.42)
	];
}

/** Balls of leaves about a middle one. */
function leafy(chance: Chance, { main, wood }: Palette): Solid[] {
	const trunk = chance.between(0.4, 0.5);
	const middle = chance.between(0.27, 0.31);
	const first = chance.between(0, 60);
	const bunches = [0, 1, 2, 3, 4, 5].map((index) => {
		const turn = first + index * 60;
		const radius = middle * chance.between(0.62, 0.78);
		const out = middle * 0.72;
		const rise = index % 2 === 0 ? -0.02 : 0.16;
		return ellipsoid([out * cosDegrees(turn), trunk + 0.2 + rise, out * sinDegrees(turn)], radius);
	});
	return [
		painted(cone([0, 0, 0], trunk + 0.15, 0.1, 0.07, 0.02), wood, MATT),
		...[...bunches, ellipsoid([0, trunk + 0.34, 0], middle)].map((bunch) =>
			painted(bunch, main, MATT)
		)
	];
}

export const tree: SubjectBuilder = (chance, palette) => ({
	solids: chance.happens(0.5) ? fir(chance, palette) : leafy(chance, palette)
});
