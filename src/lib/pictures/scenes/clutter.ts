/**
 * Small things that stand about: pebbles, slabs, twigs, tufts of grass and leaves, none of them like
 * one of the ten subjects. They stand beside the subject or behind it, so that they never cover it.
 */
import { chanceOf, type Chance } from './chance.ts';
import { colourOf } from './colour.ts';
import type { Scene } from './scene.ts';
import { box, cone, ellipsoid, painted, rolled, tipped, turned, type Solid } from './solid.ts';
import { moved } from './subjects/build-subject.ts';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

/** The subject's place and how far it reaches from there to either side. */
interface SubjectPlace {
	readonly x: number;
	readonly z: number;
	readonly left: number;
	readonly right: number;
}

/** A thing at the origin, and how far it reaches sideways. */
interface Thing {
	readonly solids: readonly Solid[];
	readonly radius: number;
}

const MATT = { gloss: 0.25 };

function pebbles(chance: Chance): Thing {
	const radius = chance.between(0.06, 0.1);
	const grey = colourOf(chance.between(0.55, 0.75), 0.02, chance.between(0, 360));
	const stone = (x: number, size: number) =>
		painted(
			turned(ellipsoid([x, size * 0.42, 0], size, size * 0.55, size * 0.8), chance.between(0, 180)),
			grey,
			MATT
		);
	const both = chance.happens(0.5);
	return {
		solids: both ? [stone(0, radius), stone(radius * 1.35, radius * 0.55)] : [stone(0, radius)],
		radius: both ? radius * 1.9 : radius
	};
}

function slab(chance: Chance): Thing {
	const half = chance.between(0.08, 0.12);
	const colour = colourOf(chance.between(0.6, 0.75), 0.05, chance.between(0, 360));
	const block = box([0, 0.028, 0], half, 0.028, half * 0.6, 0.008);
	return { solids: [painted(turned(block, chance.between(0, 180)), colour, MATT)], radius: half };
}

function twig(chance: Chance): Thing {
	const brown = colourOf(chance.between(0.4, 0.5), 0.05, 35);
	const half = chance.between(0.09, 0.13);
	const turn = chance.between(0, 180);
	const lying = rolled(turned(cone([0, 0, 0], 2 * half, 0.017, 0.013, 0.01), turn), 88);
	const fork = rolled(turned(cone([0, 0, 0], half, 0.012, 0.01, 0.008), turn + 40), 75);
	return {
		solids: [
			painted({ ...lying, y: 0.018 }, brown, MATT),
			painted({ ...fork, y: 0.03, x: 0.03 }, brown, MATT)
		],
		radius: half
	};
}

function grass(chance: Chance): Thing {
	const green = colourOf(chance.between(0.5, 0.62), 0.09, chance.between(80, 110));
	const blades = [-1, 0, 1].map((side) => {
		const blade = cone([side * 0.02, -0.02, 0], chance.between(0.13, 0.2), 0.02, 0.004, 0.003);
		return painted(
			tipped(rolled(blade, -side * chance.between(16, 30)), chance.between(-10, 15)),
			green,
			MATT
		);
	});
	return { solids: blades, radius: 0.1 };
}

function leaf(chance: Chance): Thing {
	const colour = colourOf(chance.between(0.55, 0.68), 0.1, chance.between(10, 80));
	const half = chance.between(0.07, 0.1);
	const blade = tipped(
		turned(ellipsoid([0, 0.03, 0], half, 0.014, half * 0.5), chance.between(0, 360)),
		12
	);
	return { solids: [painted(blade, colour, MATT)], radius: half };
}

/** Beside the subject on one side, or in an arc behind it. */
function placeOf(chance: Chance, subject: SubjectPlace, radius: number, index: number) {
	const side = (index % 2 === 0 ? 1 : -1) * (chance.happens(0.85) ? 1 : -1);
	const behind = chance.happens(0.3);
	const away = chance.between(0.05, 0.26);
	const depth = chance.between(-0.5, 0.34);
	const angle = chance.between(20, 62);
	if (behind) {
		const reach = Math.max(subject.left, subject.right) + radius + 0.2 + away;
		return {
			x: subject.x + side * reach * cosDegrees(angle),
			z: subject.z - reach * sinDegrees(angle) - 0.15
		};
	}
	const room = side < 0 ? subject.left : subject.right;
	return { x: subject.x + side * (room + radius + away), z: subject.z + depth };
}

/** The clutter of a scene, each thing from a stream of its own: one more leaves the others in place. */
export function buildClutter(scene: Scene, subject: SubjectPlace): Solid[] {
	return Array.from({ length: Math.round(scene.clutter) }, (_, index) => {
		const chance = chanceOf(scene.variant, 100 + index);
		const make = chance.pick([pebbles, slab, twig, grass, leaf]);
		const { solids, radius } = make(chance);
		const { x, z } = placeOf(chance, subject, radius, index);
		return solids.map((solid) => moved(solid, x, 0, z));
	}).flat();
}
