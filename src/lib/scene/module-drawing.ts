/**
 * A Ghost or RepGhost module as a drawing: boxes, wires and dots in drawing units, read from top to
 * bottom. A batch norm and a ReLU stand directly under the convolution they follow; parallel paths are
 * drawn parallel. Everything has an id that stays from form to form, so that one drawing can turn into
 * another (`module-drawing-morph.ts`).
 */
import { INPUT, type Graph, type GraphNode, type Operation } from '#lib/core/graph.ts';
import { drawnId, lookOf, roleOf } from './module-drawing-face.ts';
import { findLanes } from './module-drawing-lanes.ts';
import { placeModule } from './module-drawing-place.ts';

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Classes of the drawing's styles. */
export type BoxLook = 'conv' | 'dw' | 'bn' | 'relu' | 'cat' | 'add' | 'se' | 'shortcut';

/** What a box is called; the words are the catalogue's. */
export type BoxRole =
	| 'convolution'
	| 'depthwise'
	| 'identityDepthwise'
	| 'fusedDepthwise'
	| 'batchNorm'
	| 'scaleShift'
	| 'shift'
	| 'relu'
	| 'add'
	| 'concat'
	| 'downsample'
	| 'squeezeExcite'
	| 'shortcutBlock'
	| 'shortcutAdd'
	| 'other';

export interface DrawnBox {
	readonly id: string;
	/** Name of the graph's node. */
	readonly node: string;
	readonly operation: Operation;
	readonly look: BoxLook;
	readonly role: BoxRole;
	/** In a drawing that stands for several blocks: only some of them have it. */
	readonly optional: boolean;
	/** 0 is the trunk, each path beside it has a number of its own. */
	readonly path: number;
	/** Column: 0 is the trunk, negative to its left. */
	readonly lane: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly folding: boolean;
	readonly opacity: number;
}

export interface DrawnWire {
	readonly id: string;
	/** The node whose output it carries, or `INPUT`. */
	readonly node: string;
	readonly path: number;
	readonly lane: number;
	/** Corners, from the source to the arrow's tip. */
	readonly points: readonly Point[];
	readonly folding: boolean;
	readonly opacity: number;
}

/** A place on a wire for the node's map, its name and its number of channels. */
export interface DrawnMark extends Point {
	readonly id: string;
	readonly node: string;
	readonly lane: number;
	readonly channels: number;
	readonly opacity: number;
}

/** Where a wire forks. */
export interface DrawnSplit extends Point {
	readonly id: string;
	readonly opacity: number;
}

export interface ModuleScene {
	readonly width: number;
	readonly height: number;
	/** In running order. */
	readonly boxes: readonly DrawnBox[];
	readonly wires: readonly DrawnWire[];
	readonly marks: readonly DrawnMark[];
	readonly splits: readonly DrawnSplit[];
	/** Where the maps enter and leave. */
	readonly ports: { readonly input: Point; readonly output: Point };
	/** Wires of what has been folded, to be drawn dotted. */
	readonly traces: readonly (readonly Point[])[];
}

export interface LayoutOptions {
	/**
	 * Nodes that are not drawn, such as a batch norm that the paper leaves out: they count to the operation
	 * before them, whose wire carries their output.
	 */
	readonly hidden?: readonly string[];
	/** Nodes being folded now. */
	readonly folding?: readonly string[];
	/** An earlier form of the module, and those of its nodes of which a trace is left. */
	readonly gone?: { readonly graph: Graph; readonly nodes: readonly string[] };
	/** Leaves room for maps on the wires. */
	readonly maps?: boolean;
	/** Operations for which the parallel paths have room, so that forms of one module stand alike. */
	readonly rows?: number;
	/** The output is not drawn above this height. */
	readonly leastHeight?: number;
	/** Least upper edges of boxes on the trunk by id, so that several drawings stand alike. */
	readonly tops?: ReadonlyMap<string, number>;
	/** Joins whose path stands to the left of the trunk. */
	readonly left?: readonly string[];
	/** What is special about the boxes of some nodes. */
	readonly faces?: ReadonlyMap<string, SpecialFace>;
}

/** Replaces what a box would be from its operation alone. */
export type SpecialFace = Partial<Pick<DrawnBox, 'id' | 'look' | 'role' | 'optional'>>;

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
