/**
 * A Ghost or RepGhost bottleneck as the paper draws it (RepGhost, Fig. 4): a convolution stands for
 * itself and its batch norm, the strided depthwise convolution (DS), squeeze-and-excitation (SE) and the
 * shortcut's convolutions (SBlock) are one box each, and the shortcut runs on the left.
 */
import type { Graph, GraphNode, Layer } from '#lib/core/graph.ts';
import { layoutModule } from './module-drawing.ts';
import type { LayoutOptions, SpecialFace } from './module-scene.ts';

/** What `layoutModule` and `ModuleDrawing` take. */
interface BottleneckSketch {
	/** The bottleneck with each of the three parts as one node, named after the part's last. */
	readonly graph: Graph;
	readonly layout: LayoutOptions;
}

/** The parts that are one box, by the name of their layer. */
const PARTS: Readonly<Record<string, SpecialFace>> = {
	conv_dw: { id: 'ds', look: 'dw', role: 'downsample', optional: true },
	se: { id: 'se', look: 'se', role: 'squeezeExcite', optional: true },
	shortcut: { id: 'sblock', look: 'shortcut', role: 'shortcutBlock', optional: true }
};

/** The addition of the shortcut. */
const SHORTCUT_JOIN = 'add';

/** @param graph of `buildBottleneck`, in any form */
export function sketchBottleneck(graph: Graph): BottleneckSketch {
	const parts = graph.layers.filter(({ name }) => Object.hasOwn(PARTS, name));
	const nodes = graph.nodes.flatMap((node) => {
		const part = parts.find((layer) => layer.nodes.includes(node.name));
		if (!part) return [node];
		return node.name === part.output ? [asOne(graph, part)] : [];
	});
	const faces = new Map<string, SpecialFace>([
		...parts.map(({ name, output }) => [output, PARTS[name] ?? {}] as const),
		[SHORTCUT_JOIN, { role: 'shortcutAdd' }]
	]);
	return {
		graph: { ...graph, nodes },
		layout: { hidden: hiddenNorms(nodes), faces, left: [SHORTCUT_JOIN] }
	};
}

/** A part as one node; what is drawn of it is its first convolution, unless it ends in a product. */
function asOne(graph: Graph, part: Layer): GraphNode {
	const inside = graph.nodes.filter(({ name }) => part.nodes.includes(name));
	const last = inside.find(({ name }) => name === part.output)!;
	const shown = last.operation.kind === 'multiply' ? last : inside[0]!;
	const from = inside.flatMap(({ inputs }) => inputs).filter((name) => !part.nodes.includes(name));
	return { name: part.output, operation: shown.operation, inputs: [...new Set(from)] };
}

/** Every batch norm behind a convolution; the one on the identity branch is drawn. */
function hiddenNorms(nodes: readonly GraphNode[]): string[] {
	return nodes
		.filter(({ operation, inputs: [source] }) => {
			const before = nodes.find(({ name }) => name === source);
			return operation.kind === 'batch-norm' && before?.operation.kind === 'convolution';
		})
		.map(({ name }) => name);
}

/** Upper edges by box id at which several bottlenecks stand alike: the second module beside the second. */
export function alignSketches(sketches: readonly BottleneckSketch[]): ReadonlyMap<string, number> {
	let tops: ReadonlyMap<string, number> = new Map();
	// Moving one box down moves those below it; each round settles at least one more.
	for (
		let round = 0;
		round < Math.max(...sketches.map(({ graph }) => graph.nodes.length));
		round++
	) {
		const next = new Map<string, number>();
		for (const { graph, layout } of sketches) {
			for (const { id, lane, y } of layoutModule(graph, { ...layout, tops }).boxes) {
				if (lane === 0 && isAligned(id)) next.set(id, Math.max(y, next.get(id) ?? 0));
			}
		}
		if ([...next].every(([id, y]) => tops.get(id) === y)) break;
		tops = next;
	}
	return tops;
}

/** A ReLU stands under what it follows, wherever that is. */
function isAligned(id: string): boolean {
	return id !== 'ghost1.relu' && !/\.(primary_conv|cheap_operation)\.2$/.test(id);
}
