/**
 * Every map of a network in one picture: layer after layer, block under block, each layer in its own
 * colours. The page lays out from shapes alone and names the bands; the engine paints.
 */
import { extentOfValues, type LaidMaps } from '#lib/core/maps/map-statistics.ts';
import { groupLayers, type LayerOutline } from '#lib/core/network/blocks.ts';
import { paintMap, toBytes, type Box, type Picture } from './atlas.ts';
import { colourScale } from './colour-scale.ts';

/** The maps of one layer, one box for each channel. */
interface OverviewLayer {
	readonly name: string;
	readonly magnification: number;
	readonly boxes: readonly Box[];
}

/** The layers of one block: as wide as the picture. */
interface OverviewBand {
	/** As `Block.id`. */
	readonly block: string;
	readonly top: number;
	readonly height: number;
	readonly layers: readonly OverviewLayer[];
}

interface OverviewLayout {
	readonly width: number;
	readonly height: number;
	readonly bands: readonly OverviewBand[];
	readonly maps: number;
}

/** A painted overview, and what is needed to name its bands. */
export interface Overview {
	readonly picture: Picture;
	readonly bands: readonly Pick<OverviewBand, 'block' | 'top' | 'height'>[];
	/** How many maps there are. */
	readonly maps: number;
}

/** Room for 32 maps of 32 × 32 with their gaps. */
const WIDTH = 32 * 33 - 1;
const GAP = 1;
/** Between blocks. */
const BAND_GAP = 10;
/** Smaller maps are magnified to this many picture elements. */
const LEAST_SIDE = 8;

/** Places every map of the given layers; they come in running order. */
export function layoutOverview(layers: readonly LayerOutline[]): OverviewLayout {
	let top = 0;
	const bands = groupLayers(layers).map((block) => {
		const band = layoutBand(block.id, block.layers, top);
		top += band.height + BAND_GAP;
		return band;
	});
	const maps = layers.reduce((sum, { shape: [channels] }) => sum + channels, 0);
	return { width: WIDTH, height: Math.max(1, top - BAND_GAP), bands, maps };
}

const layouts = new WeakMap<readonly LayerOutline[], OverviewLayout>();

/** Thousands of boxes, the same for every picture that moves: laid out for the first. */
function layoutOnce(layers: readonly LayerOutline[]): OverviewLayout {
	const layout = layouts.get(layers) ?? layoutOverview(layers);
	layouts.set(layers, layout);
	return layout;
}

/** Maps flow like words; a layer with maps of another size begins a line. */
function layoutBand(block: string, layers: readonly LayerOutline[], top: number): OverviewBand {
	let left = 0;
	let line = top;
	let lineHeight = 0;
	const placed = layers.map(({ name, shape: [channels, rows, columns] }): OverviewLayer => {
		const magnification = Math.max(1, Math.ceil(LEAST_SIDE / columns));
		const [width, height] = [columns * magnification, rows * magnification];
		const boxes: Box[] = [];
		for (let channel = 0; channel < channels; channel++) {
			if (left > 0 && (left + width > WIDTH || height !== lineHeight)) {
				line += lineHeight + GAP;
				left = 0;
			}
			lineHeight = height;
			boxes.push({ left, top: line, width, height });
			left += width + GAP;
		}
		return { name, magnification, boxes };
	});
	return { block, top, height: line + lineHeight - top, layers: placed };
}

/**
 * Paints every map of the given layers, which come in running order.
 * @param mapsOf the maps of a layer by its name
 * @param spare memory to paint into where it has the right size; taken over
 */
export function paintOverview(
	outlines: readonly LayerOutline[],
	mapsOf: (name: string) => LaidMaps,
	spare?: ArrayBuffer | null
): Overview {
	const { width, height, bands, maps } = layoutOnce(outlines);
	const fits = spare?.byteLength === width * height * Uint32Array.BYTES_PER_ELEMENT;
	const words = spare && fits ? new Uint32Array(spare).fill(0) : new Uint32Array(width * height);
	for (const { name, magnification, boxes } of bands.flatMap(({ layers }) => layers)) {
		const layer = mapsOf(name);
		const { min, max } = extentOfValues(layer.data);
		const scale = colourScale(min, max);
		const target = { width, magnification };
		boxes.forEach((box, channel) => paintMap(layer, channel, scale, target, box, words));
	}
	return {
		picture: { width, height, rgba: toBytes(words) },
		bands: bands.map(({ block, top, height: bandHeight }) => ({ block, top, height: bandHeight })),
		maps
	};
}
