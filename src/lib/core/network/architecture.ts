/**
 * RepGhostNet and GhostNet as tables: what is built, before any number of weights is known.
 *
 * Tables: the RepGhost authors' `model/repghost.py`, Huawei's `ghostnet.py`, and timm, which agree. RepGhost
 * halves GhostNet's expansion, because its modules add where Ghost modules concatenate; the one
 * exception is 120 for GhostNet's 184.
 */
import { shortcutKind, type BottleneckPlan } from './bottleneck.ts';
import type { Branch } from '#lib/core/graph.ts';
import { roundChannels } from './round-channels.ts';
import { squeezeExciteChannels } from './squeeze-excite.ts';

export type Family = 'repghostnet' | 'ghostnet';

/** One bottleneck of the table, channels before the width multiplier. */
interface BottleneckRow {
	/** Kernel of the strided depthwise convolution and the shortcut. */
	readonly kernel: number;
	readonly expansion: number;
	readonly out: number;
	readonly squeezeExcite: boolean;
	readonly stride: number;
}

export interface Architecture {
	readonly family: Family;
	readonly width: number;
	readonly classes: number;
	/** [channels, rows, columns] of the picture. */
	readonly inputShape: readonly [number, number, number];
	readonly branch: Branch;
	/** False: the paper's variant without identity shortcuts. */
	readonly identityShortcuts: boolean;
	/** Stem channels before the width multiplier. */
	readonly stem: number;
	/** One list per stage; stage i is `blocks.<i>` in the state dict. */
	readonly stages: readonly (readonly BottleneckRow[])[];
	/** Channels of the hidden layer after pooling; not scaled by the width. */
	readonly head: number;
	/** Drop rate before the classifier, in training only. */
	readonly dropout: number;
}

/** A line of such a table, in the order of the papers' columns. */
export const bottleneckRow = (
	kernel: number,
	expansion: number,
	out: number,
	squeezeExcite: boolean,
	stride: number
): BottleneckRow => ({ kernel, expansion, out, squeezeExcite, stride });

/** `repghostnet` of the authors' code, at width 1. */
export const REPGHOST_STAGES: Architecture['stages'] = [
	[bottleneckRow(3, 8, 16, false, 1)],
	[bottleneckRow(3, 24, 24, false, 2)],
	[bottleneckRow(3, 36, 24, false, 1)],
	[bottleneckRow(5, 36, 40, true, 2)],
	[bottleneckRow(5, 60, 40, true, 1)],
	[bottleneckRow(3, 120, 80, false, 2)],
	[
		bottleneckRow(3, 100, 80, false, 1),
		bottleneckRow(3, 120, 80, false, 1),
		bottleneckRow(3, 120, 80, false, 1),
		bottleneckRow(3, 240, 112, true, 1),
		bottleneckRow(3, 336, 112, true, 1)
	],
	[bottleneckRow(5, 336, 160, true, 2)],
	[
		bottleneckRow(5, 480, 160, false, 1),
		bottleneckRow(5, 480, 160, true, 1),
		bottleneckRow(5, 480, 160, false, 1),
		bottleneckRow(5, 480, 160, true, 1)
	]
];

/** `ghostnet` of Huawei's code, at width 1. */
export const GHOST_STAGES: Architecture['stages'] = [
	[bottleneckRow(3, 16, 16, false, 1)],
	[bottleneckRow(3, 48, 24, false, 2)],
	[bottleneckRow(3, 72, 24, false, 1)],
	[bottleneckRow(5, 72, 40, true, 2)],
	[bottleneckRow(5, 120, 40, true, 1)],
	[bottleneckRow(3, 240, 80, false, 2)],
	[
		bottleneckRow(3, 200, 80, false, 1),
		bottleneckRow(3, 184, 80, false, 1),
		bottleneckRow(3, 184, 80, false, 1),
		bottleneckRow(3, 480, 112, true, 1),
		bottleneckRow(3, 672, 112, true, 1)
	],
	[bottleneckRow(5, 672, 160, true, 2)],
	[
		bottleneckRow(5, 960, 160, false, 1),
		bottleneckRow(5, 960, 160, true, 1),
		bottleneckRow(5, 960, 160, false, 1),
		bottleneckRow(5, 960, 160, true, 1)
	]
];

/** Widths for which the authors (RepGhost) and Huawei (GhostNet) published networks. */
export const PUBLISHED_WIDTHS: Readonly<Record<Family, readonly number[]>> = {
	repghostnet: [0.5, 0.58, 0.8, 1, 1.11, 1.3, 1.5, 2],
	ghostnet: [0.5, 1, 1.3]
};

/** The published network of a family; any part of it can be replaced. */
export function createArchitecture(
	family: Family,
	changes: Partial<Omit<Architecture, 'family'>> = {}
): Architecture {
	return {
		family,
		width: 1,
		classes: 1000,
		inputShape: [3, 224, 224],
		branch: family === 'ghostnet' ? 'none' : 'bn',
		identityShortcuts: true,
		stem: 16,
		stages: family === 'ghostnet' ? GHOST_STAGES : REPGHOST_STAGES,
		head: 1280,
		dropout: 0.2,
		...changes
	};
}

export function stemChannels({ stem, width }: Architecture): number {
	return roundChannels(stem * width);
}

/** One resolved bottleneck: its state-dict prefix and its channels. */
export type NamedBottleneck = Omit<BottleneckPlan, 'form'> & { readonly name: string };

/** Every bottleneck with its channels rounded for the width, in running order. */
export function planBottlenecks(architecture: Architecture): NamedBottleneck[] {
	const { width, family, branch, identityShortcuts } = architecture;
	let inChannels = stemChannels(architecture);
	return architecture.stages.flatMap((stage, stageIndex) =>
		stage.map((cell, index) => {
			const midChannels = roundChannels(cell.expansion * width);
			const outChannels = roundChannels(cell.out * width);
			const plan: NamedBottleneck = {
				name: `blocks.${stageIndex}.${index}`,
				family: family === 'ghostnet' ? 'ghost' : 'repghost',
				branch,
				inChannels,
				midChannels,
				outChannels,
				kernel: cell.kernel,
				stride: cell.stride,
				squeezeExcite: cell.squeezeExcite ? squeezeExciteChannels(midChannels) : 0,
				shortcut: shortcutKind(inChannels, outChannels, cell.stride, identityShortcuts)
			};
			inChannels = outChannels;
			return plan;
		})
	);
}

/**
 * Channels of the last 1×1 convolution: the last expansion, doubled for RepGhost so that it equals
 * GhostNet's 960 at width 1.
 */
export function lastChannels({ family, stages, width }: Architecture): number {
	const expansion = stages.at(-1)?.at(-1)?.expansion ?? 0;
	return roundChannels(expansion * width * (family === 'repghostnet' ? 2 : 1));
}

/** `RepGhostNet 0.5×`, as written in tables and menus. */
export function architectureLabel({
	family,
	width
}: Pick<Architecture, 'family' | 'width'>): string {
	return `${family === 'ghostnet' ? 'GhostNet' : 'RepGhostNet'} ${width.toFixed(2).replace(/0$/, '')}×`;
}
