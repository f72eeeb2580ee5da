/**
 * A module's graph as lanes: one trunk from the input to the output, and beside it the paths that
 * leave it and come back. The paper draws a module so (RepGhost, Fig. 3).
 */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';

/** A path beside the trunk, in running order; it may hold nothing but a wire. */
export interface SideLane {
	readonly nodes: readonly GraphNode[];
	/** The node on the trunk whose output it carries away, or `INPUT`. */
	readonly split: string;
	/** The node on the trunk that takes it in again. */
	readonly join: string;
}

export interface Lanes {
	/** In running order. */
	readonly trunk: readonly GraphNode[];
	/** From the trunk outwards. */
	readonly sides: readonly SideLane[];
}

/**
 * Parts a graph into lanes. Where two paths join, the trunk is the first that holds an operation.
 * @throws Error when a path beside the trunk has a path of its own beside it
 */
export function findLanes(graph: Graph): Lanes {
	const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
	const readers = new Map<string, number>();
	for (const name of graph.nodes.flatMap(({ inputs }) => inputs)) {
		readers.set(name, (readers.get(name) ?? 0) + 1);
	}
	/** Whether an operation stands between `name` and the split above it. */
	const holdsOperation = (name: string) => nodes.has(name) && (readers.get(name) ?? 0) < 2;

	const trunk: GraphNode[] = [];
	const joins: { readonly join: string; readonly input: string }[] = [];
	for (let at = nodes.get(graph.output); at;) {
		trunk.unshift(at);
		const main = at.inputs.find(holdsOperation) ?? at.inputs[0] ?? INPUT;
		for (const input of at.inputs) if (input !== main) joins.unshift({ join: at.name, input });
		at = nodes.get(main);
	}
	const onTrunk = new Set([INPUT, ...trunk.map(({ name }) => name)]);
	const sides = joins.map(({ join, input }) => ({ join, ...traceBack(input, onTrunk, nodes) }));
	return { trunk, sides };
}

/** The nodes from the trunk to `from`, and where on the trunk they begin. */
function traceBack(
	from: string,
	onTrunk: ReadonlySet<string>,
	nodes: ReadonlyMap<string, GraphNode>
): { nodes: GraphNode[]; split: string } {
	const path: GraphNode[] = [];
	let name = from;
	while (!onTrunk.has(name)) {
		const node = nodes.get(name);
		const [input, ...more] = node?.inputs ?? [];
		if (!node || input === undefined || more.length > 0) {
			throw new Error(`${name}: a path beside the trunk must be a plain chain.`);
		}
		path.unshift(node);
		name = input;
	}
	return { nodes: path, split: name };
}
