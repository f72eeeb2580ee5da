/**
 * A module's graph as lanes: one trunk from the input to the output, and beside it the paths that
 * leave it and come back. The paper draws a module so (RepGhost, Fig. 3).
 */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';

/** A path beside the trunk, in running order; it may hold nothing but a wire. */
export interface SideLane {
	/** Column in which it stands: 1, 2, … to the right of the trunk, −1, −2, … to its left. */
	readonly lane: number;
	readonly nodes: readonly GraphNode[];
	/** The node on the trunk whose output it carries away, or `INPUT`. */
	readonly split: string;
	/** The node on the trunk that takes it in again. */
	readonly join: string;
}

export interface Lanes {
	/** In running order. */
	readonly trunk: readonly GraphNode[];
	/** In the order in which they come back. */
	readonly sides: readonly SideLane[];
}

/**
 * Parts a graph into lanes. Where two paths join, the trunk is the first that holds an operation. Of
 * two paths that go round the same operation, the shorter stands nearer to the trunk.
 * @param left joins whose path stands to the left of the trunk, all others to its right
 * @throws Error when a path beside the trunk has a path of its own beside it
 */
export function findLanes(graph: Graph, left: ReadonlySet<string> = new Set()): Lanes {
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
	const paths = joins.map(({ join, input }) => ({ join, ...traceBack(input, onTrunk, nodes) }));
	return { trunk, sides: chooseLanes(paths, [...onTrunk], left) };
}

type Path = Omit<SideLane, 'lane'>;

function chooseLanes(
	paths: readonly Path[],
	trunk: readonly string[],
	left: ReadonlySet<string>
): SideLane[] {
	const lengthOf = ({ split, join }: Path) => trunk.indexOf(join) - trunk.indexOf(split);
	const isBeside = (a: Path, b: Path) =>
		trunk.indexOf(a.split) < trunk.indexOf(b.join) &&
		trunk.indexOf(b.split) < trunk.indexOf(a.join);
	const lanes = new Map<Path, number>();
	for (const path of paths.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
		const step = left.has(path.join) ? -1 : 1;
		const taken = [...lanes].filter(([other]) => isBeside(path, other)).map(([, lane]) => lane);
		let lane = step;
		while (taken.includes(lane)) lane += step;
		lanes.set(path, lane);
	}
	return paths.map((path) => ({ ...path, lane: lanes.get(path) ?? 1 }));
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
