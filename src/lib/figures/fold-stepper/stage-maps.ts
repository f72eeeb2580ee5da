/** The maps of a step as the stage draws them, with scales that compared maps share. */
import type { ChannelMaps, FoldStepView } from '#lib/core/fold/fold-view.ts';
import { extentOfValues } from '#lib/core/maps/map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { StageContext } from './stage-context.ts';
import type { MapPart } from './stage.ts';

export interface DrawnMap {
	/** [rows, columns]. */
	readonly values: ArrayLike<number>;
	readonly rows: number;
	readonly columns: number;
	readonly scale: ColourScale;
}

type Scales = Pick<StageContext, 'signedMaps' | 'outputs'>;

/** One scale for x and both outputs, one for what has not passed the ReLU. */
export function mapScales({ maps }: FoldStepView): Scales {
	const scaleOf = (list: readonly (Tensor | null)[], signed?: boolean) => {
		const extents = list.filter((map) => map !== null).map(({ data }) => extentOfValues(data));
		const low = Math.min(...extents.map(({ min }) => min));
		const high = Math.max(...extents.map(({ max }) => max));
		return colourScale(low, high, signed ?? low < 0);
	};
	return {
		signedMaps: scaleOf([maps.depthwise, maps.identity, maps.sum], true),
		outputs: scaleOf([maps.x, maps.reference, maps.soFar])
	};
}

/** Null when the module so far has no such map any more. */
export function mapOf(
	{ view: { maps }, signedMaps, outputs }: Pick<StageContext, 'view'> & Scales,
	part: MapPart
): DrawnMap | null {
	if (part === 'difference') return differenceOf(maps);
	const map = maps[part];
	if (map === null) return null;
	const isSigned = part === 'depthwise' || part === 'identity' || part === 'sum';
	return drawn(map, isSigned ? signedMaps : outputs);
}

/**
 * The power of ten in which a difference is written: its largest value is one digit and a tenth, as in
 * `4.8e-7`. 1 for what is as large as the maps themselves.
 */
export function differenceUnit({ reference, soFar }: ChannelMaps): number {
	const largest = Math.max(...absoluteDifference(reference, soFar));
	const isSmall = largest > 0 && largest < 0.095;
	return isSmall ? 10 ** Math.floor(Math.log10(largest)) : 1;
}

/** |two branches − so far| in that unit, on a scale of its own, since it is many times smaller. */
function differenceOf(maps: ChannelMaps): DrawnMap {
	const { reference, soFar } = maps;
	const unit = differenceUnit(maps);
	const data = absoluteDifference(reference, soFar).map((value) => value / unit);
	return drawn({ shape: reference.shape, data }, colourScale(0, Math.max(...data), false));
}

function absoluteDifference(a: Tensor, b: Tensor): Float32Array {
	return a.data.map((value, index) => Math.abs(value - b.data[index]!));
}

function drawn({ shape: [rows = 0, columns = 0], data }: Tensor, scale: ColourScale): DrawnMap {
	return { values: data, rows, columns, scale };
}
