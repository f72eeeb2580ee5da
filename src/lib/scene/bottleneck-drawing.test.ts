import { describe, expect, it } from 'vitest';
import { createArchitecture, planBottlenecks } from '#lib/core/network/architecture.ts';
import { buildBottleneck } from '#lib/core/network/bottleneck.ts';
import type { Form } from '#lib/core/graph.ts';
import { alignSketches, sketchBottleneck } from './bottleneck-drawing.ts';
import { layoutModule } from './module-drawing.ts';
import { morphModule } from './module-drawing-morph.ts';

const plans = (['ghostnet', 'repghostnet'] as const).map((family) =>
	planBottlenecks(createArchitecture(family))
);
/** Drawings (a), (b) and (c) of a block, counted from 1. */
function sketchesOf(block: number) {
	const [ghost, repghost] = plans.map((all) => all[block - 1]!);
	return [
		{ ...ghost!, form: 'training-time' as Form },
		{ ...repghost!, form: 'training-time' as Form },
		{ ...repghost!, form: 'folded' as Form }
	].map((plan) => sketchBottleneck(buildBottleneck(plan)));
}
const scenesOf = (block: number) => {
	const sketches = sketchesOf(block);
	const tops = alignSketches(sketches);
	return sketches.map(({ graph, layout }) => layoutModule(graph, { ...layout, tops }));
};
const ids = (scene: ReturnType<typeof layoutModule>) => scene.boxes.map(({ id }) => id);

describe('the three drawings of Fig. 4', () => {
	it('have the boxes of the paper, in its order', () => {
		// Block 4 has everything: stride 2, SE, and a shortcut with convolutions.
		const [ghost, training, folded] = scenesOf(4);
		expect(ids(ghost!)).toEqual([
			...['ghost1.primary_conv.0', 'ghost1.primary_conv.2'],
			...['ghost1.cheap_operation.0', 'ghost1.cheap_operation.2', 'ghost1.concat'],
			...['ds', 'se'],
			...['ghost2.primary_conv.0', 'ghost2.cheap_operation.0', 'ghost2.concat'],
			...['sblock', 'add']
		]);
		expect(ids(training!)).toEqual([
			...['ghost1.primary_conv.0', 'ghost1.primary_conv.2', 'ghost1.cheap_operation.0'],
			...['ghost1.fusion_bn.0', 'ghost1.add', 'ghost1.relu'],
			...['ds', 'se'],
			...['ghost2.primary_conv.0', 'ghost2.cheap_operation.0', 'ghost2.fusion_bn.0', 'ghost2.add'],
			...['sblock', 'add']
		]);
		expect(ids(folded!)).toEqual([
			...['ghost1.primary_conv.0', 'ghost1.primary_conv.2', 'ghost1.cheap_operation.0'],
			...['ghost1.relu', 'ds', 'se'],
			...['ghost2.primary_conv.0', 'ghost2.cheap_operation.0', 'sblock', 'add']
		]);
	});

	it('have no ReLU in the second module, and none behind the last sum', () => {
		for (const scene of scenesOf(4)) {
			const relus = scene.boxes.filter(({ look }) => look === 'relu');
			const second = scene.boxes.find(({ id }) => id === 'ghost2.primary_conv.0')!;
			expect(relus).toHaveLength(2);
			expect(relus.every(({ y }) => y < second.y)).toBe(true);
		}
	});

	it('run the shortcut on the left, and the rest on the right', () => {
		for (const block of [1, 2, 4, 11]) {
			for (const scene of scenesOf(block)) {
				const trunk = scene.ports.input.x;
				const shortcut = scene.wires.find(({ id }) => id === 'join:1')!;
				expect(shortcut.lane).toBe(-1);
				expect(Math.min(...shortcut.points.map(({ x }) => x))).toBeLessThan(trunk - 100);
				const beside = scene.wires.filter(({ lane }) => lane > 0);
				for (const { points } of beside) {
					expect(Math.min(...points.map(({ x }) => x))).toBeGreaterThanOrEqual(trunk);
				}
			}
		}
	});

	it('stand alike: DS, SE, the second module and the sum at one height', () => {
		for (let block = 1; block <= 16; block++) {
			const scenes = scenesOf(block);
			for (const id of ['ds', 'se', 'ghost2.primary_conv.0', 'ghost2.cheap_operation.0', 'add']) {
				const tops = scenes.flatMap(({ boxes }) => boxes.filter((box) => box.id === id));
				expect(new Set(tops.map(({ y }) => y)).size).toBeLessThanOrEqual(1);
			}
			for (const { boxes, width, height } of scenes) {
				for (const [index, a] of boxes.entries()) {
					expect(a.x + a.width).toBeLessThan(width);
					expect(a.y + a.height).toBeLessThan(height);
					expect(a.x).toBeGreaterThan(0);
					const over = boxes
						.slice(index + 1)
						.filter((b) => a.x === b.x && a.y < b.y + b.height && b.y < a.y + a.height);
					expect(over).toEqual([]);
				}
			}
		}
	});
});

describe('folding', () => {
	const [, training, folded] = scenesOf(11);

	it('keeps the shortcut and draws each branch into the convolution beside it', () => {
		const half = morphModule(training!, folded!)(0.999);
		for (const module of ['ghost1', 'ghost2']) {
			const branch = half.boxes.find(({ id }) => id === `${module}.fusion_bn.0`)!;
			const kernel = folded!.boxes.find(({ id }) => id === `${module}.cheap_operation.0`)!;
			expect(branch.x).toBeCloseTo(kernel.x, 0);
			expect(branch.y).toBeCloseTo(kernel.y, 0);
			expect(branch.opacity).toBeLessThan(0.01);
		}
		const shortcut = half.wires.find(({ id }) => id === 'join:1')!;
		expect(shortcut.opacity).toBe(1);
	});

	it('leaves a trace of each branch', () => {
		const [, before, after] = sketchesOf(11);
		const gone = ['ghost1.fusion_bn.0', 'ghost2.fusion_bn.0'];
		const { traces } = layoutModule(after!.graph, {
			...after!.layout,
			hidden: before!.layout.hidden!,
			gone: { graph: before!.graph, nodes: gone }
		});
		expect(traces).toHaveLength(2);
		for (const trace of traces) {
			expect(trace[0]!.x).toBe(trace.at(-1)!.x);
			expect(Math.max(...trace.map(({ x }) => x))).toBeGreaterThan(trace[0]!.x + 100);
		}
		expect(traces[0]!.at(-1)!.y).toBeLessThan(traces[1]![0]!.y);
	});
});
