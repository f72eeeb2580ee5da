/** From the configurations in index.json to the plans of the project. */
import { buildBottleneck, type BottleneckPlan } from '#lib/core/network/bottleneck.ts';
import type { Branch, Form, Graph } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';

export interface ModuleConfig {
	readonly cin: number;
	readonly cout: number;
	readonly relu: boolean;
	readonly reparam?: 'bn' | 'identity' | 'both' | 'none';
	readonly hw: readonly [number, number];
	readonly batch: number;
	readonly seed: number;
}

export interface BottleneckConfig {
	readonly cin: number;
	readonly mid: number;
	readonly cout: number;
	readonly k: number;
	readonly stride: number;
	readonly se_reduced?: number;
	readonly se: boolean;
	readonly shortcut?: string;
	readonly hw: readonly [number, number];
	readonly batch: number;
	readonly seed: number;
}

export function moduleGraph(
	{ cin, cout, relu, reparam }: ModuleConfig,
	form: Form
): Graph & { branch: Branch } {
	const branch = reparam ?? 'none';
	const family = reparam === undefined ? 'ghost' : 'repghost';
	return {
		...buildModule({ family, inChannels: cin, outChannels: cout, relu, branch, form }),
		branch
	};
}

export function bottleneckGraph(
	config: BottleneckConfig,
	family: BottleneckPlan['family'],
	form: Form,
	squeezeExcite: number
): Graph {
	return buildBottleneck({
		family,
		branch: family === 'repghost' ? 'bn' : 'none',
		form,
		inChannels: config.cin,
		midChannels: config.mid,
		outChannels: config.cout,
		kernel: config.k,
		stride: config.stride,
		squeezeExcite,
		shortcut: config.cin === config.cout && config.stride === 1 ? 'identity' : 'convolution'
	});
}
