/** Pictures to learn from: drawn from their seeds, kept as bytes, given out in batches. */
import { mulberry32 } from '#lib/core/network/random-weights.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import { SUBJECTS, type Scene } from '#lib/pictures/scenes/scene.ts';
import { MEAN, STANDARD_DEVIATION } from '#lib/pictures/preprocess.ts';
import type { Recipe, SeedRange } from './recipe.ts';

const CHANNELS = 3;

/** Square pictures, one after another, each side × side × (red, green, blue) bytes. */
export interface PictureSet {
	readonly side: number;
	readonly count: number;
	readonly rgb: Uint8Array;
	/** Index of the subject in `SUBJECTS`. */
	readonly labels: Uint8Array;
	/** 0 shaded, 1 flat, 2 line drawing. */
	readonly styles: Uint8Array;
}

/** What one step of training or one pass of an examination takes. */
export interface Batch {
	readonly count: number;
	readonly side: number;
	/** [count, side, side, 3], normalised as for every network here. */
	readonly values: Float32Array;
	/** [count]. */
	readonly labels: Int32Array;
}

/** Draws the scenes of consecutive seeds; `sceneOf` says what a seed shows. */
export function drawPictures(
	{ first, count }: SeedRange,
	side: number,
	sceneOf: (seed: number) => Scene = sampleScene
): PictureSet {
	const set = emptySet(count, side);
	const bytes = side * side * CHANNELS;
	for (let index = 0; index < count; index++) {
		const scene = sceneOf(first + index);
		set.rgb.set(drawScene(scene, side, side).rgb, index * bytes);
		set.labels[index] = SUBJECTS.indexOf(scene.subject);
		set.styles[index] = scene.style;
	}
	return set;
}

/** Pictures of several sets of one size as one set, in their order. */
export function joinPictures(sets: readonly PictureSet[]): PictureSet {
	const joined = emptySet(
		sets.reduce((sum, { count }) => sum + count, 0),
		sets[0]?.side ?? 0
	);
	let at = 0;
	for (const { count, side, rgb, labels, styles } of sets) {
		joined.rgb.set(rgb, at * side * side * CHANNELS);
		joined.labels.set(labels, at);
		joined.styles.set(styles, at);
		at += count;
	}
	return joined;
}

function emptySet(count: number, side: number): PictureSet {
	return {
		side,
		count,
		rgb: new Uint8Array(count * side * side * CHANNELS),
		labels: new Uint8Array(count),
		styles: new Uint8Array(count)
	};
}

/** The order in which an epoch goes through `count` pictures: a Fisher–Yates shuffle of its own. */
export function epochOrder(count: number, seed: number, epoch: number): Uint32Array<ArrayBuffer> {
	const order = Uint32Array.from({ length: count }, (_, index) => index);
	const next = mulberry32(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(epoch + 1, 0x85ebca6b));
	for (let last = count - 1; last > 0; last--) {
		const other = next() % (last + 1);
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
	return order;
}

/** Where a picture is looked at: moved by rows and columns, and perhaps mirrored. */
interface View {
	readonly rows: number;
	readonly columns: number;
	readonly mirrored: boolean;
}

const AS_IT_IS: View = { rows: 0, columns: 0, mirrored: false };

/** The pictures of a training step, each moved and mirrored as the step's own stream says. */
export function trainingBatch(
	set: PictureSet,
	order: Uint32Array,
	step: { readonly inEpoch: number; readonly overall: number },
	{ seed, batch, shift, mirror }: Pick<Recipe, 'seed' | 'batch' | 'shift' | 'mirror'>
): Batch {
	const next = mulberry32(
		Math.imul(seed + 1, 0xc2b2ae35) ^ Math.imul(step.overall + 1, 0x27d4eb2f)
	);
	const moved = () => (next() % (2 * shift + 1)) - shift;
	const chosen = order.subarray(step.inEpoch * batch, (step.inEpoch + 1) * batch);
	return makeBatch(set, chosen, () => ({
		rows: moved(),
		columns: moved(),
		mirrored: mirror && next() % 2 === 1
	}));
}

/** The pictures from `first` on, as they are. */
export function plainBatch(set: PictureSet, first: number, count: number): Batch {
	const last = Math.min(first + count, set.count);
	const chosen = Uint32Array.from({ length: last - first }, (_, index) => first + index);
	return makeBatch(set, chosen, () => AS_IT_IS);
}

function makeBatch(set: PictureSet, chosen: Uint32Array, view: () => View): Batch {
	const { side } = set;
	const size = side * side * CHANNELS;
	const values = new Float32Array(chosen.length * size);
	const labels = new Int32Array(chosen.length);
	chosen.forEach((picture, index) => {
		const rgb = set.rgb.subarray(picture * size, (picture + 1) * size);
		lookAt(rgb, side, view(), values.subarray(index * size, (index + 1) * size));
		labels[index] = set.labels[picture]!;
	});
	return { count: chosen.length, side, values, labels };
}

/** For each channel the normalised value of every byte, as `normalize` computes it. */
const normalized = MEAN.map((mean, channel) => {
	const deviation = Math.fround(STANDARD_DEVIATION[channel]!);
	return Float32Array.from(
		{ length: 256 },
		(_, byte) => Math.fround(Math.fround(byte / 255) - Math.fround(mean)) / deviation
	);
});

/** Writes one picture as numbers; what a shift uncovers repeats the nearest row or column. */
function lookAt(rgb: Uint8Array, side: number, view: View, values: Float32Array): void {
	const [red, green, blue] = normalized as [Float32Array, Float32Array, Float32Array];
	const inside = (at: number) => Math.min(side - 1, Math.max(0, at));
	for (let row = 0, to = 0; row < side; row++) {
		const line = inside(row + view.rows) * side;
		for (let column = 0; column < side; column++, to += CHANNELS) {
			const across = inside(column + view.columns);
			const from = (line + (view.mirrored ? side - 1 - across : across)) * CHANNELS;
			values[to] = red[rgb[from]!]!;
			values[to + 1] = green[rgb[from + 1]!]!;
			values[to + 2] = blue[rgb[from + 2]!]!;
		}
	}
}
