/**
 * All maps of a layer on one canvas. Painting hundreds of small canvases costs many times as much, so
 * the maps are written into one picture; the cells for pointer and keyboard lie over it.
 */
import type { Tensor } from '#lib/core/tensor.ts';
import { colourStep, colourTable, NOT_FINITE, type ColourScale } from './colour-scale.ts';
import { mapShape, mapValues } from '#lib/core/map-statistics.ts';

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
	const { columns } = mapShape(maps);
	const rgba = new Uint8ClampedArray(layout.width * layout.height * 4);
	layout.boxes.forEach((box, position) => {
		const scale = scales[position];
		const channel = channels[position];
		if (scale === undefined || channel === undefined) return;
		paintMap(mapValues(maps, channel), columns, scale, layout, box, rgba);
	});
	return { width: layout.width, height: layout.height, rgba };
}

/** One map as a picture, one picture element per value. */
export function paintSingle(values: Float32Array, columns: number, scale: ColourScale): Picture {
	const width = columns;
	const height = values.length / columns;
	const rgba = new Uint8ClampedArray(width * height * 4);
	const box = { left: 0, top: 0, width, height };
	paintMap(values, columns, scale, { width, magnification: 1 }, box, rgba);
	return { width, height, rgba };
}

/** One map into its box, in picture elements of `magnification`. */
export function paintMap(
	values: Float32Array,
	columns: number,
	scale: ColourScale,
	{ width, magnification }: Pick<AtlasLayout, 'width' | 'magnification'>,
	box: Box,
	rgba: Uint8ClampedArray
): void {
	const table = colourTable(scale.kind);
	for (let y = 0; y < box.height; y++) {
		const row = Math.floor(y / magnification) * columns;
		let at = ((box.top + y) * width + box.left) * 4;
		for (let x = 0; x < box.width; x++, at += 4) {
			const value = values[row + Math.floor(x / magnification)]!;
			if (Number.isFinite(value)) {
				const step = colourStep(scale, value) * 3;
				rgba[at] = table[step]!;
				rgba[at + 1] = table[step + 1]!;
				rgba[at + 2] = table[step + 2]!;
			} else {
				rgba.set(NOT_FINITE[(x + y) % 2]!, at);
			}
			rgba[at + 3] = 255;
		}
	}
}
