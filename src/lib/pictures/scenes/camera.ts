/**
 * The camera: a long lens that looks down at the subject. The shorter side of the picture spans two
 * units at the subject's distance, from −1 to 1, whatever the size in pixels.
 */
import type { Scene } from './scene.ts';
import type { Point } from './solid.ts';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

/** From the camera to the point that it looks at. */
const DISTANCE = 4.6;

/** A ray through (x, y) of the picture starts at the eye and runs along ahead + x · right + y · up. */
export interface Camera {
	readonly eye: Point;
	/** Of length DISTANCE, so that right and up are as long as half the picture's shorter side. */
	readonly ahead: Point;
	readonly right: Point;
	readonly up: Point;
}

/** Looks at a point so many units above the middle of the ground. */
export function cameraOf({ elevation }: Pick<Scene, 'elevation'>, height: number): Camera {
	const cos = cosDegrees(elevation);
	const sin = sinDegrees(elevation);
	return {
		eye: [0, height + DISTANCE * sin, DISTANCE * cos],
		ahead: [0, -DISTANCE * sin, -DISTANCE * cos],
		right: [1, 0, 0],
		up: [0, cos, -sin]
	};
}

/** A circle of the picture that holds the picture of a sphere, in the picture's units. */
export function projectSphere(
	{ eye, ahead, up }: Camera,
	[x, y, z]: Point,
	radius: number
): { x: number; y: number; radius: number } {
	const dx = x - eye[0];
	const dy = y - eye[1];
	const dz = z - eye[2];
	const depth = (dx * ahead[0] + dy * ahead[1] + dz * ahead[2]) / (DISTANCE * DISTANCE);
	const across = dx / depth;
	const above = (dy * up[1] + dz * up[2]) / depth;
	// The outline of a sphere beside the middle of a picture is a slightly longer ellipse.
	const slant = 1 + (across * across + above * above) / (DISTANCE * DISTANCE);
	return { x: across, y: above, radius: ((radius * slant) / depth) * (1 + radius * radius * 0.03) };
}
