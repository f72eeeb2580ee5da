/**
 * The camera: a long lens that looks down at the subject. The shorter side of the picture spans two
 * units at the subject's distance, from −1 to 1, whatever the size in pixels.
 */
import type { Scene } from './scene.ts';
import type { Point, Solid } from './solid.ts';
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

interface Patch {
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
	readonly top: number;
}

/** Half the width, along a vector, of the ellipsoid about a solid. */
function halfWidth({ axes, scale, boundX, boundY, boundZ }: Solid, [x, y, z]: Point): number {
	const a = boundX * (x * axes[0]! + y * axes[1]! + z * axes[2]!);
	const b = boundY * (x * axes[3]! + y * axes[4]! + z * axes[5]!);
	const c = boundZ * (x * axes[6]! + y * axes[7]! + z * axes[8]!);
	return scale * Math.sqrt(a * a + b * b + c * c);
}

/** Where in the picture a solid can be seen at all, in the picture's unit. */
export function projectBounds({ eye, ahead, right, up }: Camera, solid: Solid): Patch {
	const dx = solid.x - eye[0];
	const dy = solid.y - eye[1];
	const dz = solid.z - eye[2];
	const square = DISTANCE * DISTANCE;
	const depth = (dx * ahead[0] + dy * ahead[1] + dz * ahead[2]) / square;
	const deep = halfWidth(solid, ahead) / square;
	const across = halfWidth(solid, right);
	const high = halfWidth(solid, up);
	const above = dy * up[1] + dz * up[2];
	const near = depth - deep;
	const far = depth + deep;
	// Either end is widest at the near or at the far side, whichever lies farther from the middle.
	return {
		left: Math.min((dx - across) / near, (dx - across) / far),
		right: Math.max((dx + across) / near, (dx + across) / far),
		bottom: Math.min((above - high) / near, (above - high) / far),
		top: Math.max((above + high) / near, (above + high) / far)
	};
}
