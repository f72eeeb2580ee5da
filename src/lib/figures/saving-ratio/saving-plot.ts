/** The saving of a Ghost module over the number of channels that come in. D3 computes, the figure draws. */
import { line, scaleLinear, scaleLog } from 'd3';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import {
	breakEvenChannels,
	ghostSaving,
	networkCosts,
	type GhostPlan
} from '#lib/core/cost/ghost-saving.ts';
import { joinName } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';

export const MOST_CHANNELS = 400;
export const RATIOS = [2, 3, 4, 5, 6] as const;
export const PRIMARY_KERNELS = [1, 3, 5] as const;
export const CHEAP_KERNELS = [1, 3, 5] as const;

interface Tick {
	readonly at: number;
	readonly value: number;
}

interface SavingPlot {
	readonly width: number;
	readonly height: number;
	/** The curve where it saves, and where it costs more. */
	readonly saving: string;
	readonly costing: string;
	readonly here: { readonly x: number; readonly y: number };
	/** Heights of r = s and of r = 1. */
	readonly aboutY: number;
	readonly evenY: number;
	/** Where r is 1; null outside the plot. */
	readonly evenX: number | null;
	readonly across: readonly Tick[];
	readonly up: readonly Tick[];
	/** Where the modules of GhostNet stand. */
	readonly modules: readonly number[];
}

const WIDTH = 520;
const HEIGHT = 270;

/** Each doubling takes the same way: most of what happens, happens at few channels. */
const across = scaleLog([1, MOST_CHANNELS], [0, WIDTH]);
const TICKS = [1, 2, 4, 9, 16, 40, 80, 160, 400];

/** Channels that go into each of the 32 modules of GhostNet 1.0x, each number once. */
export const MODULE_CHANNELS: readonly number[] = moduleChannels();

/** How many there are, and how many times cheaper they are together, for pictures of 224 × 224. */
export const MODULES = allModules();

function ghostNet() {
	return buildNetwork(createArchitecture('ghostnet', { width: 1 }), 'folded');
}

function allModules() {
	const { modules, ordinary, ghost } = networkCosts(ghostNet(), 224);
	return { count: modules, saving: ordinary / ghost };
}

function moduleChannels(): number[] {
	const graph = ghostNet();
	const first = new Set(graph.modules.map(({ name }) => joinName(name, 'primary_conv.0')));
	const channels = graph.nodes.flatMap(({ name, operation }) =>
		first.has(name) && operation.kind === 'convolution' ? [operation.inChannels] : []
	);
	return [...new Set(channels)].sort((a, b) => a - b);
}

export function plotSaving(plan: GhostPlan): SavingPlot {
	const up = scaleLinear([0, plan.ratio * 1.12], [HEIGHT, 0]);
	const savingAt = (channels: number): number => ghostSaving({ ...plan, channels });
	const even = breakEvenChannels(plan);
	const path = line<number>(across, (channels) => up(savingAt(channels)));
	const curve = (from: number, to: number): string =>
		from < to ? (path(spread(from, to)) ?? '') : '';
	const turn = Math.min(MOST_CHANNELS, Math.max(1, even));
	return {
		...{ width: WIDTH, height: HEIGHT },
		saving: curve(turn, MOST_CHANNELS),
		costing: curve(1, turn),
		here: { x: across(plan.channels), y: up(savingAt(plan.channels)) },
		...{ aboutY: up(plan.ratio), evenY: up(1) },
		evenX: even >= 1 && even <= MOST_CHANNELS ? across(even) : null,
		across: TICKS.map((value) => ({ at: across(value), value })),
		up: Array.from({ length: plan.ratio + 1 }, (_, value) => ({ at: up(value), value })),
		modules: MODULE_CHANNELS.filter((channels) => channels <= MOST_CHANNELS).map(across)
	};
}

/** From one number of channels to another, by equal factors. */
function spread(from: number, to: number): number[] {
	const steps = 60;
	return Array.from({ length: steps + 1 }, (_, step) => from * (to / from) ** (step / steps));
}
