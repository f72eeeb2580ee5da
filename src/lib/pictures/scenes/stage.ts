/**
 * The stage: subject and clutter in their places, camera and light, all that a picture is drawn from.
 * Places are shares of the room that the subject leaves in the frame, so that no dial pushes it out.
 */
import { cameraOf, type Camera } from './camera.ts';
import { buildClutter } from './clutter.ts';
import { surroundingsOf, type Surroundings } from './colour.ts';
import type { Scene } from './scene.ts';
import type { Point, Solid } from './solid.ts';
import { buildSubject, moved } from './subjects/build-subject.ts';
import { reachOf } from './support.ts';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

export interface Stage {
	/** The subject's solids first, then the clutter's. */
	readonly solids: readonly Solid[];
	readonly subjectSolids: number;
	readonly camera: Camera;
	/** Towards the light, of length 1. */
	readonly light: Point;
	/** How strong the light is: more when it is low, so that the ground keeps its brightness. */
	readonly strength: number;
	readonly surroundings: Surroundings;
	/** The ground is water. */
	readonly water: boolean;
	/** A sphere that holds the whole subject. */
	readonly centre: Point;
	readonly reach: number;
}

/** Where a subject may not come nearer than this to the edge of the picture. */
const EDGE = 0.96;

/** How deep a boat lies in the water, in shares of its size. */
const DRAUGHT = 0.07;

function lightOf({ light, lightHeight }: Scene): Point {
	const level = cosDegrees(lightHeight);
	return [-level * cosDegrees(light), sinDegrees(lightHeight), level * sinDegrees(light)];
}

/** The offset by a dial that runs to ±0.5: as asked while there is room, less where there is not. */
function place(dial: number, roomBelow: number, roomAbove: number): number {
	const room = Math.max(0, dial < 0 ? roomBelow : roomAbove);
	return dial * Math.min(1, room / 0.5);
}

/** A sphere about all solids, not the smallest one. */
function boundsOf(solids: readonly Solid[]): { centre: Point; reach: number } {
	const [left, right] = [-reachOf(solids, [-1, 0, 0]), reachOf(solids, [1, 0, 0])];
	const [low, high] = [-reachOf(solids, [0, -1, 0]), reachOf(solids, [0, 1, 0])];
	const [back, front] = [-reachOf(solids, [0, 0, -1]), reachOf(solids, [0, 0, 1])];
	const centre: Point = [(left + right) / 2, (low + high) / 2, (back + front) / 2];
	const reach = Math.max(
		...solids.map(({ x, y, z, reach, scale }) => {
			const [u, v, w] = [x - centre[0], y - centre[1], z - centre[2]];
			return Math.sqrt(u * u + v * v + w * w) + reach * scale;
		})
	);
	return { centre, reach };
}

/** Its fields in one order, whatever it was built of: the loops over pixels then read them twice as fast. */
function flat(solid: Solid): Solid {
	const { kind, a, b, c, d, reach, boundX, boundY, boundZ, x, y, z, axes, scale } = solid;
	const { pattern, patternPlace, patternWidth, first, second, gloss } = solid;
	return {
		kind,
		a,
		b,
		c,
		d,
		reach,
		boundX,
		boundY,
		boundZ,
		x,
		y,
		z,
		axes,
		scale,
		pattern,
		patternPlace,
		patternWidth,
		first,
		second,
		gloss
	};
}

export function setStage(scene: Scene): Stage {
	const { solids, height, floats } = buildSubject(scene);
	const aim = 0.46 * height;
	const camera = cameraOf(scene, aim);
	const up = camera.up;
	const [left, right] = [reachOf(solids, [-1, 0, 0]), reachOf(solids, [1, 0, 0])];
	const above = reachOf(solids, up) - aim * up[1];
	const below = reachOf(solids, [0, -up[1], -up[2]]) + aim * up[1];
	const steep = Math.max(0.2, -up[2]);
	const x = place(scene.across, EDGE - left, EDGE - right);
	const z = place(scene.forward, (EDGE - above) / steep, (EDGE - below) / steep);
	const light = lightOf(scene);
	const subject = solids.map((solid) => moved(solid, x, floats ? -DRAUGHT * scene.size : 0, z));
	return {
		solids: [...subject, ...buildClutter(scene, { x, z, left, right })].map(flat),
		subjectSolids: subject.length,
		camera,
		light,
		strength: 0.9 / (0.25 + 0.75 * light[1]),
		surroundings: surroundingsOf(scene, floats),
		water: floats,
		...boundsOf(subject)
	};
}
