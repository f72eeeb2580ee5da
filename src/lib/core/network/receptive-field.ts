/**
 * The receptive field: which rows and columns of the picture a value of any node depends on. Found by
 * walking the graph back from the value. A convolution of kernel k, stride s and padding p reads, for
 * the rows a to b of its output, the rows a·s − p to b·s − p + k − 1 of its input; where paths meet
 * again (addition, concatenation) the field is what any of them sees. Rows and columns do not mix, so
 * each is a walk of its own.
 */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { MapShape } from '#lib/core/shapes.ts';

/** Whole numbers, both ends included, counted from 0. */
interface Span {
	readonly first: number;
	readonly last: number;
}

export interface Window {
	readonly rows: Span;
	readonly columns: Span;
}

export interface ReceptiveField {
	/**
	 * As if the picture went on beyond its border: the kernels' whole reach. May begin below 0 and end
	 * behind the last row; what lies there is padding.
	 */
	readonly reach: Window;
	/** The pixels that the value can depend on, gates of squeeze-excite left out. */
	readonly seen: Window;
	/**
	 * The same with the gates: each is made of the mean of whole maps, so that behind the first of them
	 * this is the whole picture. Equal to `seen` where no gate lies on the way.
	 */
	readonly seenWithGates: Window;
	/** Whether a gate lies on the way. */
	readonly gated: boolean;
}

/**
 * What the value of a node at a row and column sees; all channels of a place see the same.
 * @param shapes of every node's output, and of the picture under `INPUT` (`inferShapes`)
 * @throws Error when the graph has no such node
 */
export function receptiveField(
	graph: Graph,
	shapes: ReadonlyMap<string, MapShape>,
	node: string,
	{ row, column }: { readonly row: number; readonly column: number }
): ReceptiveField {
	const axes = ([2, 3] as const).map((axis) => ({
		node,
		at: axis === 2 ? row : column,
		extents: new Map([...shapes].map(([name, shape]) => [name, shape[axis]]))
	}));
	const window = (options: WalkOptions): Window => {
		const [rows, columns] = axes.map((axis) => walkBack(graph, axis, options));
		return { rows: rows!, columns: columns! };
	};
	const seen = window({ clipped: true, gates: false });
	return {
		reach: window({ clipped: false, gates: false }),
		seen,
		seenWithGates: window({ clipped: true, gates: true }),
		gated: hasGate(graph, node)
	};
}

/** How many rows or columns a span holds. */
export function spanSize({ first, last }: Span): number {
	return last - first + 1;
}

/** The middle of a span, in rows or columns from the edge of the first: 0.5 is the middle of row 0. */
export function spanCentre({ first, last }: Span): number {
	return (first + last + 1) / 2;
}

interface Axis {
	readonly node: string;
	readonly at: number;
	/** Rows or columns of each node's output. */
	readonly extents: ReadonlyMap<string, number>;
}

interface WalkOptions {
	/** Leave out what padding put beyond the border of each map. */
	readonly clipped: boolean;
	readonly gates: boolean;
}

function walkBack(graph: Graph, { node, at, extents }: Axis, options: WalkOptions): Span {
	if (!extents.has(node)) throw new Error(`The graph has no node called "${node}".`);
	const needed = new Map<string, Span>([[node, { first: at, last: at }]]);
	for (const current of [...graph.nodes].reverse()) {
		const span = needed.get(current.name);
		if (!span) continue;
		for (const input of wantedInputs(current, options.gates)) {
			const extent = extents.get(input) ?? 1;
			const read = spanRead(current, input, span, extent);
			const kept = options.clipped ? clip(read, extent) : read;
			needed.set(input, union(needed.get(input), kept));
		}
	}
	// A node that no picture leads to does not exist; the picture itself sees itself.
	return needed.get(INPUT) ?? { first: at, last: at };
}

function wantedInputs({ operation, inputs }: GraphNode, gates: boolean): readonly string[] {
	return operation.kind === 'multiply' && !gates ? inputs.slice(0, 1) : inputs;
}

/** What one operation reads of an input, for a span of its output. */
function spanRead(
	{ operation, inputs }: GraphNode,
	input: string,
	span: Span,
	extent: number
): Span {
	const { kind } = operation;
	if (kind === 'convolution') {
		const { kernel, stride, padding } = operation;
		return {
			first: span.first * stride - padding,
			last: span.last * stride - padding + kernel - 1
		};
	}
	const isGate = kind === 'multiply' && input === inputs[1];
	const readsAll = kind === 'global-average-pool' || kind === 'linear' || isGate;
	return readsAll ? { first: 0, last: extent - 1 } : span;
}

function clip({ first, last }: Span, extent: number): Span {
	return { first: Math.max(0, first), last: Math.min(extent - 1, last) };
}

function union(one: Span | undefined, other: Span): Span {
	if (!one) return other;
	return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

/** Whether a squeeze-excite gate lies between the picture and a node. */
function hasGate(graph: Graph, node: string): boolean {
	const needed = new Set([node]);
	let gated = false;
	for (const { name, inputs, operation } of [...graph.nodes].reverse()) {
		if (!needed.has(name)) continue;
		if (operation.kind === 'multiply') gated = true;
		for (const input of inputs) needed.add(input);
	}
	return gated;
}
