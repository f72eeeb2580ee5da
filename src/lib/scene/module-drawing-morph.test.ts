import { describe, expect, it } from 'vitest';
import { FOLD_NODES, foldStepGraph } from '#lib/core/fold/fold-graphs.ts';
import { EVOLUTION, evolutionGraph } from '#lib/core/fold/module-evolution.ts';
import { TOY_PLAN } from '#lib/core/fold/toy-module.ts';
import { morphModule } from './module-drawing-morph.ts';
import { layoutModule } from './module-drawing.ts';
import type { ModuleScene } from './module-scene.ts';

const two = layoutModule(foldStepGraph(TOY_PLAN, 'identity-bias'));
const one = layoutModule(foldStepGraph(TOY_PLAN, 'replace'));
const drawings = EVOLUTION.map((form) => layoutModule(evolutionGraph(form, 4), { rows: 3 }));

const box = ({ boxes }: ModuleScene, id: string) => boxes.find((candidate) => candidate.id === id);

describe('a morph', () => {
	it('begins and ends with the drawings themselves', () => {
		const between = morphModule(two, one);
		expect(between(0)).toBe(two);
		expect(between(1)).toBe(one);
	});

	it('lets a folded branch glide into the kernel and fade', () => {
		const before = box(two, FOLD_NODES.identity)!;
		const late = box(morphModule(two, one)(0.999), FOLD_NODES.identity)!;
		const kernel = box(one, FOLD_NODES.depthwise)!;
		expect(late.x).toBeCloseTo(kernel.x, 0);
		expect(late.y).toBeCloseTo(kernel.y, 0);
		expect(late.opacity).toBeCloseTo(0, 2);
		expect(before.x - kernel.x).toBeGreaterThan(50);
	});

	it('lets the sum go up into the kernel that makes it needless', () => {
		const late = box(morphModule(two, one)(0.999), FOLD_NODES.add)!;
		expect(box(two, FOLD_NODES.add)!.y).toBeGreaterThan(late.y + 50);
		expect(late.y).toBeCloseTo(box(one, FOLD_NODES.depthwise)!.y, 0);
	});

	it('runs backwards over the same places', () => {
		const there = morphModule(two, one)(0.3);
		const back = morphModule(one, two)(0.7);
		for (const { id, x, y, opacity } of there.boxes) {
			const other = box(back, id)!;
			expect(other.x).toBeCloseTo(x, 9);
			expect(other.y).toBeCloseTo(y, 9);
			expect(other.opacity).toBeCloseTo(opacity, 9);
		}
	});

	it('never lets anything pop: near an end all of it is near that end', () => {
		for (const from of drawings) {
			for (const to of drawings) {
				const early = morphModule(from, to)(1e-6);
				for (const { id, x, y, opacity } of [...early.boxes, ...early.marks, ...early.splits]) {
					const items = [...from.boxes, ...from.marks, ...from.splits];
					const start = items.find((item) => item.id === id && Math.abs(item.x - x) < 1e-3);
					if (opacity < 0.5) continue;
					expect(start?.y).toBeCloseTo(y, 3);
				}
				const isVisible = ({ opacity }: { readonly opacity: number }) => opacity > 0.5;
				expect(early.boxes.filter(isVisible)).toHaveLength(from.boxes.length);
				expect(early.wires.filter(isVisible)).toHaveLength(from.wires.length);
			}
		}
	});

	it('goes on from where it was interrupted', () => {
		const half = morphModule(two, one)(0.5);
		const turned = morphModule(half, two);
		const start = box(turned(1e-9), FOLD_NODES.identity)!;
		expect(start.x).toBeCloseTo(box(half, FOLD_NODES.identity)!.x, 3);
		expect(start.opacity).toBeCloseTo(0.5, 3);
		expect(turned(1)).toBe(two);
	});

	it('moves ReLU from under the convolution to under the sum', () => {
		const [, b, c] = drawings as [ModuleScene, ModuleScene, ModuleScene];
		const [from, to] = [box(b, 'relu')!, box(c, 'relu')!];
		expect(to.y).toBeGreaterThan(from.y);
		expect(box(morphModule(b, c)(0.5), 'relu')).toMatchObject({
			y: (from.y + to.y) / 2,
			opacity: 1
		});
	});

	it('changes a concatenation into a sum in place', () => {
		const [a, b] = drawings as [ModuleScene, ModuleScene];
		const half = morphModule(a, b)(0.5);
		const [concat, add] = [box(half, 'concat')!, box(half, 'add')!];
		expect([concat.x, concat.y]).toEqual([add.x, add.y]);
		expect(concat.opacity + add.opacity).toBe(1);
	});
});
