/**
 * The colour of a point, as linear light. Shaded: key light with shadow, sky from above, light thrown
 * back by the ground, a highlight. Flat: poster colours in two tones, lit and unlit.
 */
import { distanceOf } from './distance.ts';
import { distanceToSolids, lightAt, skyAt } from './light.ts';
import type { Stage } from './stage.ts';
import { sinDegrees } from './trigonometry.ts';
import { KINDS, type Solid } from './solid.ts';
import type { Colour } from './colour.ts';

export type Finish = 'shaded' | 'flat';

const KEY: Colour = [1.0, 0.93, 0.83];
const SKY: Colour = [0.33, 0.36, 0.41];
const BOUNCE = 0.22;

/** What unlit parts of a poster keep of their colour. */
const FLAT_SHADE: Colour = [0.5, 0.48, 0.55];
const FLAT_LIGHT = 1.04;

/** Half the width of the step between the two tones. */
const FLAT_STEP = 0.05;

/** Where the wall stands, behind the middle of the ground, and how softly the ground turns into it. */
const WALL = -1.45;
const COVE = 0.16;

function smooth(least: number, most: number, value: number): number {
	const share = Math.min(1, Math.max(0, (value - least) / (most - least)));
	return share * share * (3 - 2 * share);
}

const normal = new Float64Array(3);

/** Sets `normal` to the solid's outward normal at a point near its surface, in the world's frame. */
function findNormal(solid: Solid, x: number, y: number, z: number): void {
	const { axes, scale } = solid;
	const dx = x - solid.x;
	const dy = y - solid.y;
	const dz = z - solid.z;
	const u = (dx * axes[0]! + dy * axes[1]! + dz * axes[2]!) / scale;
	const v = (dx * axes[3]! + dy * axes[4]! + dz * axes[5]!) / scale;
	const w = (dx * axes[6]! + dy * axes[7]! + dz * axes[8]!) / scale;
	if (solid.kind === KINDS.ellipsoid) {
		const gu = u / (solid.a * solid.a);
		const gv = v / (solid.b * solid.b);
		const gw = w / (solid.c * solid.c);
		setNormal(axes, gu, gv, gw);
		return;
	}
	// Four corners of a tetrahedron give the gradient with the fewest distances.
	const e = 0.004;
	const a = distanceOf(solid, u + e, v - e, w - e);
	const b = distanceOf(solid, u - e, v - e, w + e);
	const c = distanceOf(solid, u - e, v + e, w - e);
	const d = distanceOf(solid, u + e, v + e, w + e);
	setNormal(axes, a - b - c + d, c - a - b + d, b - a - c + d);
}

/** Sets `normal` from a gradient in a solid's own frame. */
function setNormal(axes: Float64Array, u: number, v: number, w: number): void {
	const length = Math.sqrt(u * u + v * v + w * w);
	const inverse = length > 0 ? 1 / length : 0;
	for (let index = 0; index < 3; index++) {
		normal[index] = (u * axes[index]! + v * axes[3 + index]! + w * axes[6 + index]!) * inverse;
	}
}

/** Adds to `sum` the colour of a point of a solid, seen from the eye, `weight` times. */
export function addSolid(
	sum: Float64Array,
	weight: number,
	finish: Finish,
	stage: Stage,
	gloss: number,
	solid: Solid,
	second: boolean,
	x: number,
	y: number,
	z: number
): void {
	findNormal(solid, x, y, z);
	const nx = normal[0]!;
	const ny = normal[1]!;
	const nz = normal[2]!;
	const { light, strength, camera, surroundings } = stage;
	const colour = second ? solid.second : solid.first;
	const facing = nx * light[0] + ny * light[1] + nz * light[2];
	const lit = facing > 0 ? lightAt(stage, x + 0.012 * nx, y + 0.012 * ny, z + 0.012 * nz) : 0;
	if (finish === 'flat') {
		const tone =
			smooth(-FLAT_STEP, FLAT_STEP, facing - 0.2) *
			smooth(0.5 - 2 * FLAT_STEP, 0.5 + 2 * FLAT_STEP, lit);
		for (let channel = 0; channel < 3; channel++) {
			const shade = FLAT_SHADE[channel]!;
			sum[channel] =
				sum[channel]! + weight * colour[channel]! * (shade + (FLAT_LIGHT - shade) * tone);
		}
		return;
	}
	const key = strength * Math.max(0, facing) * lit;
	const open = skyAt(stage, x, y, z, nx, ny, nz);
	const sky = (0.55 + 0.45 * ny) * open;
	const bounce = (0.5 - 0.5 * ny) * BOUNCE * (0.35 + 0.65 * open);
	const ex = camera.eye[0] - x;
	const ey = camera.eye[1] - y;
	const ez = camera.eye[2] - z;
	const far = 1 / Math.sqrt(ex * ex + ey * ey + ez * ez);
	const highlight =
		highlightOf(stage, nx, ny, nz, ex * far, ey * far, ez * far, gloss * solid.gloss) * lit;
	const edge = 1 - Math.abs((nx * ex + ny * ey + nz * ez) * far);
	const sheen = 0.2 * gloss * solid.gloss * edge * edge * edge * edge * open;
	for (let channel = 0; channel < 3; channel++) {
		const diffuse =
			colour[channel]! *
			(KEY[channel]! * key + SKY[channel]! * sky + surroundings.ground[channel]! * bounce);
		sum[channel] =
			sum[channel]! + weight * (diffuse + KEY[channel]! * highlight + SKY[channel]! * sheen);
	}
}

/** Blinn's highlight: wide and faint for matt solids, small and bright for glossy ones. */
function highlightOf(
	{ light }: Stage,
	nx: number,
	ny: number,
	nz: number,
	ex: number,
	ey: number,
	ez: number,
	gloss: number
): number {
	const hx = light[0] + ex;
	const hy = light[1] + ey;
	const hz = light[2] + ez;
	const product = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
	if (product <= 0) return 0;
	const power2 = product * product;
	const power4 = power2 * power2;
	const power8 = power4 * power4;
	const power16 = power8 * power8;
	const power64 = power16 * power16 * power16 * power16;
	return 0.05 * power8 * (1 - gloss) + gloss * (0.12 * power16 + 0.65 * power64 * power16);
}

/** Foam about a boat: how wide it is. */
const FOAM = 0.035;

const FOAM_COLOUR: Colour = [0.86, 0.9, 0.92];

/** Brightness of water: ripples that lie across the picture. */
function rippleAt(x: number, z: number): number {
	const sway = 70 * sinDegrees(190 * x + 60 * z) + 45 * sinDegrees(-320 * x + 200 * z);
	const wave = sinDegrees(1150 * z + sway);
	return 1 + 0.09 * wave * Math.abs(wave);
}

/** Adds the colour of ground or wall where a ray of the camera meets them. */
export function addBackground(
	sum: Float64Array,
	weight: number,
	finish: Finish,
	stage: Stage,
	u: number,
	v: number
): void {
	const { camera, light, solids, water } = stage;
	const { eye, ahead, up } = camera;
	const dy = ahead[1] + v * up[1];
	const dz = ahead[2] + v * up[2];
	const toWall = (WALL - eye[2]) / dz;
	const toGround = dy < 0 ? -eye[1] / dy : 1e9;
	const onGround = toGround < toWall;
	const t = onGround ? toGround : toWall;
	const x = u * t;
	const y = Math.max(0, eye[1] + t * dy);
	const z = eye[2] + t * dz;
	const lit = lightAt(stage, x, y + 0.004, z);
	const foam =
		water && onGround
			? smooth(FOAM + 0.004, FOAM - 0.004, distanceToSolids(solids, 0, 1, x, 0, z, 2 * FOAM))
			: 0;
	if (finish === 'flat') {
		addFlatBackground(sum, weight, stage, onGround, lit, foam);
		return;
	}
	// The ground bends up into the wall, as in a photographer's cove.
	const wall = onGround ? smooth(WALL + 3 * COVE, WALL, z) * 0.5 : 1 - 0.5 * smooth(2 * COVE, 0, y);
	const open = onGround && !water ? skyAt(stage, x, y, z, 0, 1, 0) : 1;
	const groundKey = stage.strength * light[1] * lit;
	const wallKey = (0.66 + 0.1 * light[2] + 0.1 * light[0] * u) * (0.45 + 0.55 * lit);
	const key = groundKey + (wallKey - groundKey) * wall;
	const sky = 0.2 + 0.8 * open;
	const ripple = water && onGround ? rippleAt(x, z) : 1;
	const fade = (1 - 0.06 * (u * u + v * v)) * ripple;
	const { surroundings } = stage;
	for (let channel = 0; channel < 3; channel++) {
		const ground = surroundings.ground[channel]!;
		const plain = fade * (ground + (surroundings.wall[channel]! - ground) * wall);
		const colour = plain + (FOAM_COLOUR[channel]! - plain) * 0.8 * foam;
		sum[channel] = sum[channel]! + weight * colour * (KEY[channel]! * key + SKY[channel]! * sky);
	}
}

function addFlatBackground(
	sum: Float64Array,
	weight: number,
	{ surroundings }: Stage,
	onGround: boolean,
	lit: number,
	foam: number
): void {
	const tone = smooth(0.5 - 2 * FLAT_STEP, 0.5 + 2 * FLAT_STEP, lit);
	const colour = onGround ? surroundings.ground : surroundings.wall;
	for (let channel = 0; channel < 3; channel++) {
		const shade = 0.62 + 0.1 * FLAT_SHADE[channel]!;
		const plain = colour[channel]! + (FOAM_COLOUR[channel]! - colour[channel]!) * foam;
		sum[channel] = sum[channel]! + weight * plain * (shade + (1 - shade) * tone);
	}
}
