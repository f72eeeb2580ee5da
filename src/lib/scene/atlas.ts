/**
 * All maps of a layer on one canvas. Painting hundreds of small canvases costs many times as much, so
 * the maps are written into one picture; the cells for pointer and keyboard lie over it.
 */
import type { Tensor } from '#lib/core/tensor.ts';
import { colourWords, NOT_FINITE_WORDS, STEPS, type ColourScale } from './colour-scale.ts';
import { laidMaps, type LaidMaps } from '#lib/core/maps/map-statistics.ts';

/** A rectangle in picture elements of the atlas. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

export interface AtlasLayout {
	readonly width: number;
	readonly height: number;
	/** Side of one value in picture elements. */
	readonly magnification: number;
	readonly columns: number;
	/** One box for each map shown, row by row. */
	readonly boxes: readonly Box[];
}

export interface Picture {
	readonly width: number;
	readonly height: number;
	/** Red, green, blue, alpha. */
	readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Small maps are magnified to this many picture elements, so that gaps can be fine. */
const LEAST_SIDE = 28;
const COLUMN_GAP = 0.12;
/** Leaves room for the number under each map. */
const ROW_GAP = 0.4;

/** Boxes for `count` maps of rows × columns values, `across` of them in a line. */
export function layoutAtlas(
	count: number,
	{ rows, columns }: { readonly rows: number; readonly columns: number },
	across: number
): AtlasLayout {
	const magnification = Math.max(1, Math.ceil(LEAST_SIDE / columns));
	const width = columns * magnification;
	const height = rows * magnification;
	const columnGap = Math.max(1, Math.round(width * COLUMN_GAP));
	const rowGap = Math.max(1, Math.round(width * ROW_GAP));
	const lines = Math.ceil(count / across);
	return {
		width: across * (width + columnGap) - columnGap,
		height: lines * (height + rowGap),
		magnification,
		columns: across,
		boxes: Array.from({ length: count }, (_, index) => ({
			left: (index % across) * (width + columnGap),
			top: Math.floor(index / across) * (height + rowGap),
			width,
			height
		}))
	};
}

/**
 * Paints the given channels into the boxes of a layout; the gaps stay transparent.
 * @param scales one for each channel shown
 */
export function paintAtlas(
	maps: Tensor,
	channels: readonly number[],
	scales: readonly ColourScale[],
	layout: AtlasLayout
): Picture {
	const laid = laidMaps(maps);
	const words = new Uint32Array(layout.width * layout.height);
	layout.boxes.forEach((box, position) => {
		const scale = scales[position];
		const channel = channels[position];
		if (scale === undefined || channel === undefined) return;
		paintMap(laid, channel, scale, layout, box, words);
	});
	return { width: layout.width, height: layout.height, rgba: toBytes(words) };
}

/** One map as a picture, one picture element per value. */
export function paintSingle(values: Float32Array, columns: number, scale: ColourScale): Picture {
	const width = columns;
	const height = values.length / columns;
	const words = new Uint32Array(width * height);
	const box = { left: 0, top: 0, width, height };
	const laid = { data: values, columns, mapStep: 0, valueStep: 1 };
	paintMap(laid, 0, scale, { width, magnification: 1 }, box, words);
	return { width, height, rgba: toBytes(words) };
}

/** The same memory as bytes. */
export function toBytes(words: Uint32Array<ArrayBuffer>): Picture['rgba'] {
	return new Uint8ClampedArray(words.buffer);
}

/** One map into its box, in picture elements of `magnification`; a number of `words` is one of them. */
export function paintMap(
	maps: LaidMaps,
	channel: number,
	scale: ColourScale,
	target: Pick<AtlasLayout, 'width' | 'magnification'>,
	box: Box,
	words: Uint32Array
): void {
	const { data, columns, mapStep, valueStep } = maps;
	const { width, magnification } = target;
	const colours = colourWords(scale.kind);
	// This runs for every value on view, many hundred thousand for one picture: no calls, no division.
	const { low } = scale;
	const perUnit = (STEPS - 1) / (scale.high - low);
	const rows = box.height / magnification;
	let allFinite = true;
	for (let row = 0, from = channel * mapStep; row < rows; row++) {
		let at = (box.top + row * magnification) * width + box.left;
		for (let column = 0; column < columns; column++, from += valueStep, at += magnification) {
			const value = data[from]!;
			const step = (value - low) * perUnit + 0.5;
			// What is not finite is no number once it is taken from itself.
			if (value - value !== 0) allFinite = false;
			const word = colours[step < 0 ? 0 : step > STEPS - 1 ? STEPS - 1 : step | 0]!;
			words[at] = word;
			if (magnification > 1) fillSquare(words, at, magnification, width, word);
		}
	}
	if (!allFinite) chequer(maps, channel, target, box, words);
}

/** A square of `side` picture elements whose first is `at`, in a picture `width` elements wide. */
function fillSquare(
	words: Uint32Array,
	at: number,
	side: number,
	width: number,
	word: number
): void {
	for (let y = 0; y < side; y++, at += width) {
		for (let x = 0; x < side; x++) words[at + x] = word;
	}
}

/** Paints over the places of values that are not finite. */
function chequer(
	{ data, columns, mapStep, valueStep }: LaidMaps,
	channel: number,
	{ width, magnification }: Pick<AtlasLayout, 'width' | 'magnification'>,
	box: Box,
	words: Uint32Array
): void {
	for (let y = 0; y < box.height; y++) {
		const row = Math.floor(y / magnification) * columns;
		const line = (box.top + y) * width + box.left;
		for (let x = 0; x < box.width; x++) {
			const place = row + Math.floor(x / magnification);
			if (Number.isFinite(data[channel * mapStep + place * valueStep]!)) continue;
			words[line + x] = NOT_FINITE_WORDS[(x + y) % 2]!;
		}
	}
}
