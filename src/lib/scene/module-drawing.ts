/**
 * A Ghost or RepGhost module as a drawing: boxes, wires and dots in drawing units, read from top to
 * bottom. A batch norm and a ReLU stand directly under the convolution they follow; parallel paths are
 * drawn parallel. Everything has an id that stays from form to form, so that one drawing can turn into
 * another (`module-drawing-morph.ts`).
 */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import { drawnId, lookOf, roleOf } from './module-drawing-face.ts';
import { findLanes } from './module-drawing-lanes.ts';
import { placeModule } from './module-drawing-place.ts';
import type { LayoutOptions, ModuleScene, Point } from './module-scene.ts';

/** Lays out a module's graph. */
export function layoutModule(graph: Graph, options: LayoutOptions = {}): ModuleScene {
	const scene = layoutForm(graph, options, options.folding ?? []);
	return options.gone ? { ...scene, traces: tracesOf(options.gone, options) } : scene;
}

function layoutForm(graph: Graph, options: LayoutOptions, folding: readonly string[]): ModuleScene {
	const { shown, outputs } = withoutHidden(graph, new Set(options.hidden));
	const scene = placeModule(shown, findLanes(shown, new Set(options.left)), options, (node) => ({
		id: drawnId(node),
		node: node.name,
		operation: node.operation,
		look: lookOf(node.operation),
		role: roleOf(node),
		optional: false,
		...options.faces?.get(node.name),
		folding: folding.includes(node.name),
		opacity: 1
	}));
	const marks = scene.marks.map((mark) => ({
		...mark,
		node: outputs.get(mark.node) ?? mark.node
	}));
	const order = new Map(shown.nodes.map(({ name }, index) => [name, index]));
	const boxes = scene.boxes.toSorted((a, b) => (order.get(a.node) ?? 0) - (order.get(b.node) ?? 0));
	return { ...scene, boxes, marks };
}

/**
 * The graph without some nodes of one input each: who read them reads that input.
 * @returns `outputs`: the hidden node whose output leaves a node that is shown
 */
function withoutHidden(
	graph: Graph,
	hidden: ReadonlySet<string>
): { shown: Graph; outputs: ReadonlyMap<string, string> } {
	const stands = new Map<string, string>();
	const outputs = new Map<string, string>();
	const nodes: GraphNode[] = [];
	for (const node of graph.nodes) {
		const inputs = node.inputs.map((name) => stands.get(name) ?? name);
		if (hidden.has(node.name)) {
			const [before = INPUT] = inputs;
			stands.set(node.name, before);
			outputs.set(before, node.name);
		} else nodes.push({ ...node, inputs });
	}
	const output = stands.get(graph.output) ?? graph.output;
	return { shown: { ...graph, nodes, output }, outputs };
}

/** The side paths of the earlier form on which something is gone, from the trunk to the trunk. */
function tracesOf(
	{ graph, nodes }: NonNullable<LayoutOptions['gone']>,
	options: LayoutOptions
): readonly (readonly Point[])[] {
	const { boxes, wires, ports } = layoutForm(graph, options, []);
	const paths = new Set(boxes.filter(({ node }) => nodes.includes(node)).map(({ path }) => path));
	return [...paths]
		.filter((path) => path > 0)
		.map((path) => {
			const way = wires.filter((wire) => wire.path === path).flatMap(({ points }) => points);
			return [...way, { x: ports.input.x, y: way.at(-1)?.y ?? 0 }];
		});
}

/** The size that holds all of some drawings, so that nothing jumps from one to the next. */
export function largestSize(scenes: readonly ModuleScene[]): {
	readonly width: number;
	readonly height: number;
} {
	return {
		width: Math.max(...scenes.map(({ width }) => width)),
		height: Math.max(...scenes.map(({ height }) => height))
	};
}
