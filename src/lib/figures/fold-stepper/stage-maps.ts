/** The maps of a step as the stage draws them, with scales that compared maps share. */
import type { ChannelMaps, FoldStepView } from '#lib/core/fold-view.ts';
import { extentOfValues } from '#lib/core/map-statistics.ts';
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

/** |two branches − so far|, on a scale of its own, since it is many times smaller. */
function differenceOf({ reference, soFar }: ChannelMaps): DrawnMap {
	const data = reference.data.map((value, index) => Math.abs(value - soFar.data[index]!));
	return drawn({ shape: reference.shape, data }, colourScale(0, Math.max(...data), false));
}

function drawn({ shape: [rows = 0, columns = 0], data }: Tensor, scale: ColourScale): DrawnMap {
	return { values: data, rows, columns, scale };
}
