import { describe, expect, test } from 'vitest';
import { addConvolution } from '#lib/core/convolution.ts';
import { countGraph } from './counts.ts';
import {
	breakEvenChannels,
	ghostCosts,
	ghostSaving,
	networkCosts,
	type GhostPlan
} from './ghost-saving.ts';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { GraphBuilder, INPUT } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';

const ghostNet = (channels: number): GhostPlan => ({ channels, ratio: 2, primary: 1, cheap: 3 });

const SIDE = 14;

/** An ordinary convolution, and a Ghost module with the same maps in and out, both without batch norm. */
function counted({ channels, ratio, primary, cheap }: GhostPlan, made: number) {
	const ordinary = new GraphBuilder();
	const plan = { inChannels: channels, outChannels: made * ratio, kernel: primary };
	const whole = ordinary.finish(channels, addConvolution(ordinary, INPUT, plan, 'c', false));
	const builder = new GraphBuilder();
	const few = { inChannels: channels, outChannels: made, kernel: primary };
	const first = addConvolution(builder, INPUT, few, 'primary', false);
	const ghosts = { inChannels: made, outChannels: made * (ratio - 1), kernel: cheap, groups: made };
	const second = addConvolution(builder, first, ghosts, 'cheap', false);
	const out = builder.add('cat', { kind: 'concat', channels: made * ratio }, first, second);
	return [whole, builder.finish(channels, out)].map((graph) =>
		countGraph(graph, [1, channels, SIDE, SIDE])
	) as [ReturnType<typeof countGraph>, ReturnType<typeof countGraph>];
}

test('with a 1 × 1 primary and a 3 × 3 cheap kernel, two maps for one, it is 2c/(c + 9)', () => {
	for (let c = 1; c <= 400; c++)
		expect(ghostSaving(ghostNet(c))).toBeCloseTo((2 * c) / (c + 9), 12);
	expect(ghostSaving(ghostNet(16))).toBeCloseTo(1.28, 12);
	expect(ghostSaving(ghostNet(160)).toFixed(2)).toBe('1.89');
	expect(ghostSaving(ghostNet(9))).toBe(1);
	expect(ghostSaving(ghostNet(8))).toBeLessThan(1);
});

describe('the formula is what the graphs count', () => {
	const plans: GhostPlan[] = [
		...[3, 9, 16, 24, 160].map(ghostNet),
		{ channels: 16, ratio: 4, primary: 1, cheap: 3 },
		{ channels: 12, ratio: 2, primary: 3, cheap: 3 },
		{ channels: 40, ratio: 3, primary: 3, cheap: 5 },
		{ channels: 5, ratio: 2, primary: 1, cheap: 1 }
	];

	test.each(plans)('%o', (plan) => {
		const [whole, ghost] = counted(plan, 6);
		expect(whole.macs / ghost.macs).toBeCloseTo(ghostSaving(plan), 12);
		expect(whole.parameters / ghost.parameters).toBeCloseTo(ghostSaving(plan), 12);
		const { ordinary, ghost: cheaper } = ghostCosts(plan);
		const values = 6 * plan.ratio * SIDE ** 2;
		expect([whole.macs / values, ghost.macs / values]).toEqual([ordinary, cheaper]);
	});

	test('the module of the networks is such a Ghost module; its batch norms take as much as one', () => {
		const channels = 24;
		const module = buildModule({
			...{ family: 'ghost', inChannels: channels, outChannels: 72 },
			...{ relu: true, branch: 'none', form: 'training-time' }
		});
		const cost = countGraph(module, [1, channels, SIDE, SIDE]);
		const [, ghost] = counted(ghostNet(channels), 36);
		expect(cost.macs).toBe(ghost.macs);
		expect(cost.parameters).toBe(ghost.parameters + 2 * 72);
	});
});

test('where nothing is saved depends on the kernels alone', () => {
	for (const primary of [1, 3, 5]) {
		for (const cheap of [1, 3, 5, 7]) {
			const channels = breakEvenChannels({ primary, cheap });
			for (const ratio of [2, 3, 8]) {
				expect(ghostSaving({ channels, ratio, primary, cheap })).toBeCloseTo(1, 12);
			}
		}
	}
	expect(breakEvenChannels({ primary: 1, cheap: 3 })).toBe(9);
});

test('“about s” holds for many channels and never quite', () => {
	for (const ratio of [2, 4]) {
		expect(ghostSaving({ ...ghostNet(1e6), ratio })).toBeGreaterThan(0.9999 * ratio);
		expect(ghostSaving({ ...ghostNet(1e6), ratio })).toBeLessThan(ratio);
	}
});

test('all modules of GhostNet 1.0x together are 1.78 times cheaper', () => {
	const graph = buildNetwork(createArchitecture('ghostnet', { width: 1 }), 'folded');
	const { modules, ordinary, ghost } = networkCosts(graph, 224);
	expect([modules, ordinary, ghost]).toEqual([32, 202_610_688, 113_695_680]);
	expect((ordinary / ghost).toFixed(2)).toBe('1.78');
});
