/** What every tensor on the stage needs to know, shared by the step's items. */
import { FOLD_NODES } from '#lib/core/fold/fold-graphs.ts';
import type { FoldStepView } from '#lib/core/fold/fold-view.ts';
import type { ColourScale } from '#lib/scene/colour-scale.ts';
import type { MapPart } from './stage.ts';
import type { TensorPart } from './symbols.ts';
import type { Pixel } from './window-at.ts';

/** One number on the stage: a tensor, and the position in it. */
export interface StagePlace {
	readonly part: TensorPart | MapPart;
	readonly index: number;
}

export interface StageContext {
	readonly view: FoldStepView;
	readonly kernels: ColourScale;
	/** Of the signed maps, and of x and the outputs, which no ReLU leaves negative. */
	readonly signedMaps: ColourScale;
	readonly outputs: ColourScale;
	readonly decimals: number;
	/** 0 to 8. */
	readonly tap: number;
	readonly pixel: Pixel;
	readonly ontap: (tap: number) => void;
	readonly onpixel: (pixel: Pixel) => void;
	readonly onfollow: (place: StagePlace) => void;
	/** Changes one of the module's own numbers. */
	readonly onedit: (part: TensorPart, index: number, value: number) => void;
}

/** State-dict keys of the module's own tensors; what the fold makes follows from these. */
export const OWN_KEYS: Readonly<Partial<Record<TensorPart, string>>> = {
	kernel: `${FOLD_NODES.depthwise}.weight`,
	gamma: `${FOLD_NODES.depthwiseNorm}.weight`,
	beta: `${FOLD_NODES.depthwiseNorm}.bias`,
	mean: `${FOLD_NODES.depthwiseNorm}.running_mean`,
	variance: `${FOLD_NODES.depthwiseNorm}.running_var`,
	identityGamma: `${FOLD_NODES.identityNorm}.weight`,
	identityBeta: `${FOLD_NODES.identityNorm}.bias`,
	identityMean: `${FOLD_NODES.identityNorm}.running_mean`,
	identityVariance: `${FOLD_NODES.identityNorm}.running_var`
};

/** The values of a part of the view: nine taps, or one number; null when the step has not made it. */
export function valuesOf(
	{ tensors, epsilon }: FoldStepView,
	part: TensorPart
): ArrayLike<number> | null {
	const { variance, identityVariance = 1 } = tensors;
	if (part === 'deviation') return [Math.sqrt(variance + epsilon)];
	if (part === 'identityDeviation') return [Math.sqrt(identityVariance + epsilon)];
	const value = tensors[part];
	return value === undefined ? null : typeof value === 'number' ? [value] : value;
}
