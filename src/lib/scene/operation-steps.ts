/**
 * The operations of a block in running order, read off its layers (RepGhost paper, Fig. 3 and 4).
 * Batch norm that follows a convolution belongs to it and has no box of its own.
 */
import type { Branch } from '#lib/core/graph.ts';
import type { Block, LayerOutline } from '#lib/core/network/blocks.ts';

/** Classes of the drawing's styles; `shortcut` is for what has no colour of its own. */
export type DrawnOperation = 'conv' | 'dw' | 'bn' | 'relu' | 'cat' | 'add' | 'se' | 'shortcut';

export interface Step {
	readonly operation: DrawnOperation;
	readonly label: string;
	/** The layer whose value leaves here; null inside a layer. */
	readonly layer: string | null;
	/** Paths that leave before this step, each with at most one operation of its own. */
	readonly beside?: readonly Path[];
}

export interface Path {
	readonly step: Step | null;
	/** How many steps later the path comes back. */
	readonly joins: number;
}

interface BlockSteps {
	readonly main: readonly Step[];
	/** What runs over the block, joined by its last step; null without shortcut. */
	readonly shortcut: readonly Step[] | null;
}

const step = (operation: DrawnOperation, label: string, layer: string | null = null): Step => ({
	operation,
	label,
	layer
});

export function listSteps(block: Block<LayerOutline>, branch: Branch): BlockSteps {
	switch (block.kind) {
		case 'stem':
			return { main: [step('conv', '3×3'), step('relu', 'ReLU', block.id)], shortcut: null };
		case 'last':
			return { main: [step('conv', '1×1'), step('relu', 'ReLU', block.id)], shortcut: null };
		case 'head':
			return {
				main: [
					step('shortcut', 'mean', 'global_pool'),
					step('conv', '1×1'),
					step('relu', 'ReLU', 'conv_head'),
					step('conv', 'linear', 'classifier')
				],
				shortcut: null
			};
		case 'bottleneck':
			return bottleneckSteps(block, branch);
	}
}

/** The layers that end at an operation of their own, and so have a place in the drawing. */
export function stepLayers(block: Block<LayerOutline>, branch: Branch): string[] {
	const { main, shortcut } = listSteps(block, branch);
	const beside = main.flatMap((own) => own.beside?.flatMap((path) => path.step ?? []) ?? []);
	return [...main, ...beside, ...(shortcut ?? [])].flatMap(({ layer }) => layer ?? []);
}

function bottleneckSteps(block: Block<LayerOutline>, branch: Branch): BlockSteps {
	const { id } = block;
	const has = (name: string) => block.layers.some((layer) => layer.name === `${id}.${name}`);
	const main = [
		...moduleSteps(block, 'ghost1', branch),
		...(has('conv_dw') ? [step('dw', '÷ 2', `${id}.conv_dw`)] : []),
		...(has('se') ? [step('se', 'SE', `${id}.se`)] : []),
		...moduleSteps(block, 'ghost2', branch)
	];
	if (!addsShortcut(block)) return { main, shortcut: null };
	const shortcut = has('shortcut')
		? [step('dw', 'dconv', `${id}.shortcut.0`), step('conv', '1×1', `${id}.shortcut`)]
		: [step('shortcut', 'identity')];
	return { main: [...main, step('add', 'add', id)], shortcut };
}

/** The addition at the end is no layer of its own; it shows as bytes that no part of the block moves. */
function addsShortcut({ id, layers, output }: Block<LayerOutline>): boolean {
	const parts = new Set(['ghost1', 'conv_dw', 'se', 'ghost2', 'shortcut'].map((p) => `${id}.${p}`));
	const moved = layers
		.filter(({ name }) => parts.has(name))
		.reduce((sum, layer) => sum + layer.bytesMoved, 0);
	return output.bytesMoved > moved;
}

/** The second module of a bottleneck has no ReLU. */
function moduleSteps(block: Block<LayerOutline>, module: string, branch: Branch): Step[] {
	const name = `${block.id}.${module}`;
	const withRelu = module === 'ghost1';
	const layer = block.layers.find((candidate) => candidate.name === name);
	const make = layer?.kind === 'Ghost module' ? ghostSteps : repGhostSteps;
	return make(name, withRelu, block, branch);
}

/** Primary maps pass under the cheap operation into the concatenation. */
function ghostSteps(name: string, withRelu: boolean): Step[] {
	const cheap = `${name}.cheap_operation`;
	return [
		...primarySteps(name, withRelu),
		{
			...step('dw', 'dconv', withRelu ? null : cheap),
			beside: [{ step: null, joins: withRelu ? 2 : 1 }]
		},
		...(withRelu ? [step('relu', 'ReLU', cheap)] : []),
		step('cat', 'concat', name)
	];
}

function repGhostSteps(
	name: string,
	withRelu: boolean,
	{ layers }: Block<LayerOutline>,
	branch: Branch
): Step[] {
	const relu = withRelu ? [step('relu', 'ReLU', name)] : [];
	const last = withRelu ? null : name;
	const primary = primarySteps(name, withRelu);
	const has = (part: string) => layers.some((layer) => layer.name === `${name}.${part}`);
	if (!has('cheap_operation')) return [...primary, step('dw', 'dconv', last), ...relu];
	const depthwise = step('dw', 'dconv', `${name}.cheap_operation`);
	const besides = [
		...(has('fusion_bn') ? [step('bn', 'BN', `${name}.fusion_bn`)] : []),
		...(branch === 'identity' || branch === 'both' ? [step('shortcut', 'identity')] : [])
	];
	if (besides.length === 0) return [...primary, depthwise, ...relu];
	const adds = besides.map((_, index) =>
		step('add', 'add', index === besides.length - 1 ? last : null)
	);
	const beside = besides.map((own, index) => ({ step: own, joins: index + 1 }));
	return [...primary, { ...depthwise, beside }, ...adds, ...relu];
}

function primarySteps(name: string, withRelu: boolean): Step[] {
	const layer = `${name}.primary_conv`;
	return withRelu
		? [step('conv', '1×1'), step('relu', 'ReLU', layer)]
		: [step('conv', '1×1', layer)];
}
