/** From a scene to the solids of its subject, turned and leaning, its foot at the origin. */
import { chanceOf } from '../chance.ts';
import { paletteOf } from '../colour.ts';
import type { Scene, Subject } from '../scene.ts';
import type { Solid } from '../solid.ts';
import { supportOf } from '../support.ts';
import { cosDegrees, sinDegrees } from '../trigonometry.ts';
import { mug, mushroom } from './kitchen.ts';
import { ball, coneSubject, cube, ring } from './plain-solids.ts';
import { snowman } from './snowman.ts';
import type { SubjectBuilder, SubjectPlan } from './subject-plan.ts';
import { tree } from './tree.ts';
import { fish, sailingBoat } from './water.ts';

const BUILDERS: Readonly<Record<Subject, SubjectBuilder>> = {
	ball,
	cube,
	cone: coneSubject,
	ring,
	mug,
	mushroom,
	snowman,
	tree,
	fish,
	'sailing-boat': sailingBoat
};

/** The matrix, row by row, that turns about the upright axis and then leans to the right. */
function poseMatrix({ swing }: SubjectPlan, turn: number, lean: number): number[] {
	const angle = swing
		? (swing[0] + swing[1]) / 2 + ((swing[1] - swing[0]) / 2) * sinDegrees(turn)
		: turn;
	const [c, s] = [cosDegrees(angle), sinDegrees(angle)];
	const [k, l] = [cosDegrees(lean), -sinDegrees(lean)];
	return [k * c, -l, k * s, l * c, k, l * s, -s, 0, c];
}

/** The solid after a turn about the origin and a change of size. */
function posed(solid: Solid, m: readonly number[], scale: number): Solid {
	const from = [solid.x * scale, solid.y * scale, solid.z * scale, ...solid.axes];
	const to = new Float64Array(12);
	for (let index = 0; index < 12; index++) {
		const first = index - (index % 3);
		const row = (index % 3) * 3;
		to[index] =
			m[row]! * from[first]! + m[row + 1]! * from[first + 1]! + m[row + 2]! * from[first + 2]!;
	}
	return { ...solid, scale, x: to[0]!, y: to[1]!, z: to[2]!, axes: to.slice(3) };
}

/** Moved by a vector of the world. */
export function moved(solid: Solid, x: number, y: number, z: number): Solid {
	return { ...solid, x: solid.x + x, y: solid.y + y, z: solid.z + z };
}

interface StandingSubject {
	readonly solids: readonly Solid[];
	/** Height of the subject when it stands upright: the camera aims by it, so that it keeps still. */
	readonly height: number;
	readonly floats: boolean;
}

export function buildSubject(scene: Scene): StandingSubject {
	const plan = BUILDERS[scene.subject](chanceOf(scene.variant, 1), paletteOf(scene));
	const { floats = false } = plan;
	const matrix = poseMatrix(plan, scene.turn, scene.lean);
	const solids = plan.solids.map((solid) => posed(solid, matrix, scene.size));
	const height = Math.max(...plan.solids.map((solid) => supportOf(solid, [0, 1, 0])));
	const lowest = -Math.max(...solids.map((solid) => supportOf(solid, [0, -1, 0])));
	return {
		solids: floats ? solids : solids.map((solid) => moved(solid, 0, -lowest, 0)),
		height: height * scene.size,
		floats
	};
}
