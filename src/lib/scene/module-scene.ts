/** The drawing of a module as data, in drawing units from the top left, and what may be asked of it. */
import type { Graph, Operation } from '#lib/core/graph.ts';

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
