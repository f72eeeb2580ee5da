/**
 * The picture of a scene: the stage is set, each sample of a fine grid finds what it sees, and up to
 * two of the three styles are painted and mixed. Only + − × ÷ √ are used, which every machine rounds
 * alike: all readers get the same bytes.
 */
import type { Picture } from '../picture.ts';
import { drawInk } from './ink.ts';
import { paintSurfaces } from './paint-surfaces.ts';
import { sampleSolids, type SampleGrid } from './sample-grid.ts';
import type { Scene } from './scene.ts';
import { setStage, type Stage } from './stage.ts';

/** Widest grain, in shares of the whole range of a byte. */
const GRAIN = 0.22;

/** Share of an outline's width that the outlines of a poster have. */
const POSTER_PEN = 0.6;

let layer = new Float32Array(0);
let coverage = new Float32Array(0);
let mixture = new Float32Array(0);

function useMemory(pixels: number): void {
	if (coverage.length === pixels) return;
	layer = new Float32Array(pixels * 3);
	coverage = new Float32Array(pixels);
	mixture = new Float32Array(pixels * 3);
}

/** Adds `layer`, its ink laid over it, to the mixture. */
function addLayer(weight: number, [red, green, blue]: readonly number[]): void {
	for (let pixel = 0, to = 0; pixel < coverage.length; pixel++, to += 3) {
		const ink = coverage[pixel]!;
		mixture[to] = mixture[to]! + weight * (layer[to]! + (red! - layer[to]!) * ink);
		mixture[to + 1] =
			mixture[to + 1]! + weight * (layer[to + 1]! + (green! - layer[to + 1]!) * ink);
		mixture[to + 2] = mixture[to + 2]! + weight * (layer[to + 2]! + (blue! - layer[to + 2]!) * ink);
	}
}

function fillWith([red, green, blue]: readonly number[]): void {
	for (let to = 0; to < layer.length; to += 3) {
		layer[to] = red!;
		layer[to + 1] = green!;
		layer[to + 2] = blue!;
	}
}

/** Adds one style's picture to the mixture. */
function addStyle(style: 0 | 1 | 2, weight: number, grid: SampleGrid, stage: Stage, gloss: number) {
	const ink = stage.surroundings.ink.map(Math.sqrt);
	if (style === 2) fillWith(stage.surroundings.paper.map(Math.sqrt));
	else paintSurfaces(grid, stage, style === 0 ? 'shaded' : 'flat', gloss, layer);
	if (style === 0) coverage.fill(0);
	else drawInk(grid, stage, style === 1 ? POSTER_PEN : 1, coverage);
	addLayer(weight, ink);
}

/** −1 to 1, by the pixel: a hash in the manner of murmur3's last steps. */
function grainAt(pixel: number, variant: number): number {
	let hash = Math.imul(pixel + 1, 0x9e3779b1) ^ variant;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) | 0) / 2147483648;
}

function toBytes({ noise, variant }: Scene): Uint8ClampedArray<ArrayBuffer> {
	const rgb = new Uint8ClampedArray(mixture.length);
	for (let pixel = 0, to = 0; to < rgb.length; pixel++, to += 3) {
		const grain = noise > 0 ? noise * GRAIN * grainAt(pixel, variant) : 0;
		rgb[to] = 255 * (mixture[to]! + grain);
		rgb[to + 1] = 255 * (mixture[to + 1]! + grain);
		rgb[to + 2] = 255 * (mixture[to + 2]! + grain);
	}
	return rgb;
}

/**
 * Draws a scene at any size; the shorter side shows the same whatever the size. All dials must lie in
 * their ranges (`scene-schema.ts`).
 */
export function drawScene(scene: Scene, width: number, height: number): Picture {
	const stage = setStage(scene);
	const perPixel = width * height > 20000 ? 3 : 2;
	const grid = sampleSolids(stage.solids, stage.camera, width, height, perPixel);
	useMemory(width * height);
	mixture.fill(0);
	for (const style of [0, 1, 2] as const) {
		const weight = 1 - Math.abs(scene.style - style);
		if (weight > 0) addStyle(style, weight, grid, stage, scene.gloss);
	}
	return { width, height, rgb: toBytes(scene) };
}
