/**
 * The chosen maps of a layer as one picture, with what the words and the legend around it say. Drawn
 * alike by the page, for maps it holds, and by the engine, for maps that never leave the worker.
 */
import {
	describeMaps,
	extentOf,
	findHighest,
	mapShape,
	mapValues,
	type MapStatistics,
	type Place
} from '#lib/core/maps/map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { layoutAtlas, paintAtlas, type Picture } from './atlas.ts';
import { colourScale, type ColourScale } from './colour-scale.ts';

type Extent = ReturnType<typeof extentOf>;

/** What is wanted of a layer's maps. */
export interface MapsView {
	/** Channels of the cells, in their order. */
	readonly channels: readonly number[];
	/** Cells in a line. */
	readonly across: number;
	/** One colour scale for all maps, or one for each. */
	readonly scale: 'shared' | 'own';
	/** Channel of the map that is shown large. */
	readonly chosen: number;
}

export interface MapsSheet {
	/** Channels, rows and columns of the layer. */
	readonly shape: ReturnType<typeof mapShape>;
	/** Over all maps of the layer. */
	readonly extent: Extent;
	readonly highest: Place | null;
	readonly notFinite: number;
	readonly atlas: Picture;
	/** The chosen map, [rows, columns], and its colours. */
	readonly values: Float32Array<ArrayBuffer>;
	readonly colours: ColourScale;
}

/** Own scales of a signed layer are all signed, so that white means zero in every map. */
export function mapScale(map: MapStatistics, layer: Extent, scale: MapsView['scale']): ColourScale {
	const { min, max } = scale === 'own' ? extentOf([map]) : layer;
	return colourScale(min, max, layer.min < 0);
}

/**
 * Draws the maps [1, C, H, W] of a layer.
 * @throws Error when the view asks for a channel that the layer does not have
 */
export function drawSheet(maps: Tensor, view: MapsView): MapsSheet {
	const statistics = describeMaps(maps);
	const extent = extentOf(statistics);
	const shape = mapShape(maps);
	const scaleOf = (channel: number) => {
		const map = statistics[channel];
		if (!map)
			throw new Error(`Maps: expected a channel below ${shape.channels}, found ${channel}.`);
		return mapScale(map, extent, view.scale);
	};
	const layout = layoutAtlas(view.channels.length, shape, view.across);
	return {
		shape,
		extent,
		highest: findHighest(maps),
		notFinite: statistics.reduce((sum, map) => sum + map.notFinite, 0),
		atlas: paintAtlas(maps, view.channels, view.channels.map(scaleOf), layout),
		colours: scaleOf(view.chosen),
		values: mapValues(maps, view.chosen).slice()
	};
}
