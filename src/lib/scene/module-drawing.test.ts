import { describe, expect, it } from 'vitest';
import { FOLD_NODES, foldStepGraph } from '#lib/core/fold/fold-graphs.ts';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { INPUT } from '#lib/core/graph.ts';
import { EVOLUTION, evolutionGraph } from '#lib/core/fold/module-evolution.ts';
import { buildModule, type ModulePlan } from '#lib/core/network/modules.ts';
import { TOY_PLAN } from '#lib/core/fold/toy-module.ts';
import { findLanes } from './module-drawing-lanes.ts';
import { layoutModule } from './module-drawing.ts';
import type { DrawnBox, ModuleScene } from './module-scene.ts';

const plans: readonly ModulePlan[] = [
	...(['bn', 'identity', 'both', 'none'] as const).map((branch) => ({ ...TOY_PLAN, branch })),
	{ ...TOY_PLAN, relu: false },
	{ ...TOY_PLAN, family: 'ghost', branch: 'none', outChannels: 4 },
	{ ...TOY_PLAN, form: 'folded' }
];
const graphs = [
	...plans.map(buildModule),
	...FOLD_STEPS.map((step) => foldStepGraph(TOY_PLAN, step)),
	...EVOLUTION.flatMap((form) => [evolutionGraph(form, 4), evolutionGraph(form, 4, 3)])
];

const overlap = (a: DrawnBox, b: DrawnBox) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function boxOf({ boxes }: ModuleScene, node: string): DrawnBox {
	return boxes.find((box) => box.node === node)!;
}

describe.each([{ maps: false }, { maps: true }])('every module, $maps', (options) => {
	it('has a box for each operation, none over another, all inside', () => {
		for (const graph of graphs) {
			const scene = layoutModule(graph, options);
			expect(scene.boxes.map(({ node }) => node).toSorted()).toEqual(
				graph.nodes.map(({ name }) => name).toSorted()
			);
			scene.boxes.forEach((box, index) => {
				expect(scene.boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
				expect(box.x + box.width).toBeLessThan(scene.width);
				expect(box.y + box.height).toBeLessThan(scene.height);
			});
		}
	});

	it('reads from top to bottom, with wires of right angles', () => {
		for (const graph of graphs) {
			const { boxes, wires } = layoutModule(graph, options);
			const topOf = new Map(boxes.map(({ node, y }) => [node, y]));
			for (const { name, inputs } of graph.nodes) {
				for (const input of inputs) {
					expect(topOf.get(name)).toBeGreaterThan(topOf.get(input) ?? 0);
				}
			}
			for (const { points } of wires) {
				points.slice(1).forEach(({ x, y }, index) => {
					const from = points[index]!;
					expect(x === from.x || y === from.y).toBe(true);
					expect(y).toBeGreaterThanOrEqual(from.y);
				});
			}
		}
	});

	it('gives each box, wire and mark an id of its own', () => {
		for (const graph of graphs) {
			const { boxes, wires, marks } = layoutModule(graph, options);
			for (const items of [boxes, wires, marks]) {
				expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
			}
		}
	});
});

describe('lanes', () => {
	it('put the convolution on the trunk, and a plain wire beside it', () => {
		const { trunk, sides } = findLanes(buildModule(plans[5]!));
		expect(trunk.map(({ name }) => name)).toContain('cheap_operation.0');
		expect(sides).toEqual([{ nodes: [], split: 'primary_conv.2', join: 'concat', lane: 1 }]);
	});

	it('leave room for two paths beside the trunk', () => {
		const { sides } = findLanes(buildModule(plans[2]!));
		expect(sides.map(({ nodes }) => nodes.length)).toEqual([1, 0]);
	});
});

describe('a batch norm', () => {
	it('stands directly under its convolution, and beside it on the branch', () => {
		const scene = layoutModule(foldStepGraph(TOY_PLAN, 'run'));
		const convolution = boxOf(scene, FOLD_NODES.depthwise);
		const norm = boxOf(scene, FOLD_NODES.depthwiseNorm);
		const branch = boxOf(scene, FOLD_NODES.identityNorm);
		expect([norm.x, norm.y]).toEqual([convolution.x, convolution.y + convolution.height]);
		expect(branch.y).toBe(convolution.y);
		expect(branch.x).toBeGreaterThan(convolution.x + convolution.width);
	});

	it('can be left out, with the wire drawn through', () => {
		const graph = foldStepGraph(TOY_PLAN, 'run');
		const scene = layoutModule(graph, { hidden: ['primary_conv.1'] });
		expect(boxOf(scene, 'primary_conv.1')).toBeUndefined();
		const convolution = boxOf(scene, 'primary_conv.0');
		expect(boxOf(scene, 'primary_conv.2').y).toBe(convolution.y + convolution.height);
	});
});

it('lets the wire of a hidden operation carry its output', () => {
	const hidden = ['cheap_operation.1'];
	const { marks } = layoutModule(evolutionGraph('training-time', 4), { hidden });
	expect(marks.map(({ node }) => node)).toContain('cheap_operation.1');
	expect(marks.map(({ node }) => node)).not.toContain('cheap_operation.0');
});

describe('the steps of folding', () => {
	const scenes = FOLD_STEPS.map((step) => layoutModule(foldStepGraph(TOY_PLAN, step)));

	it('keep the depthwise convolution and, while it is there, the sum where they are', () => {
		const ids = (scene: ModuleScene, id: string) => scene.boxes.find((box) => box.id === id);
		const places = scenes.map((scene) => ids(scene, FOLD_NODES.depthwise));
		expect(new Set(places.map((box) => `${box?.x} ${box?.y}`)).size).toBe(1);
		const sums = scenes.flatMap((scene) => ids(scene, FOLD_NODES.add) ?? []);
		expect(sums).toHaveLength(7);
		expect(new Set(sums.map(({ y }) => y)).size).toBe(1);
	});

	it('leave a trace of the branch from the trunk to the trunk', () => {
		const graph = foldStepGraph(TOY_PLAN, 'identity-bias');
		const earlier = layoutModule(graph);
		const { traces } = layoutModule(foldStepGraph(TOY_PLAN, 'replace'), {
			gone: { graph, nodes: [FOLD_NODES.identity] }
		});
		expect(traces).toHaveLength(1);
		const [first, last] = [traces[0]!.at(0)!, traces[0]!.at(-1)!];
		expect(first).toEqual({ x: earlier.ports.input.x, y: earlier.splits[0]!.y });
		const sum = boxOf(earlier, FOLD_NODES.add);
		expect(last).toEqual({ x: earlier.ports.input.x, y: sum.y + sum.height / 2 });
	});
});

it('knows how many maps each wire carries', () => {
	const { marks } = layoutModule(evolutionGraph('ghost', 4, 3));
	expect(marks.map(({ node, channels }) => [node, channels])).toEqual([
		[INPUT, 3],
		['primary_conv.2', 4],
		['relu', 4],
		['concat', 8]
	]);
});
