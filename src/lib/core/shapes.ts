/** Output shapes from input shapes alone, with errors that name the node and both numbers. */
import { INPUT, type Graph, type GraphNode, type Operation } from './graph.ts';
import { formatShape } from './tensor.ts';

/** [batch, channels, rows, columns]. */
export type MapShape = readonly [number, number, number, number];

/** Rows or columns that a convolution leaves: ⌊(extent + 2 · padding − kernel) / stride⌋ + 1. */
export function convolvedExtent(
	extent: number,
	{ kernel, stride, padding }: { kernel: number; stride: number; padding: number }
): number {
	return Math.floor((extent + 2 * padding - kernel) / stride) + 1;
}

/** Output shape of one operation; throws when its inputs do not fit. */
export function operationShape(
	operation: Operation,
	inputs: readonly MapShape[],
	name = operation.kind as string
): MapShape {
	const [first, second] = inputs;
	if (!first) throw new Error(`${name}: an input is needed, none was given.`);
	const [batch, channels, rows, columns] = first;
	const refuse = (expected: string, found: string): never => {
		throw new Error(`${name}: expected ${expected}, found ${found}.`);
	};
	switch (operation.kind) {
		case 'convolution': {
			if (channels !== operation.inChannels) {
				refuse(`${operation.inChannels} input channels`, `${channels}`);
			}
			const height = convolvedExtent(rows, operation);
			const width = convolvedExtent(columns, operation);
			if (height < 1 || width < 1) {
				refuse(
					`an input of at least ${operation.kernel} × ${operation.kernel} with padding`,
					formatShape(first)
				);
			}
			return [batch, operation.outChannels, height, width];
		}
		case 'batch-norm':
		case 'scale-shift':
		case 'shift':
			if (channels !== operation.channels) refuse(`${operation.channels} channels`, `${channels}`);
			return first;
		case 'relu':
		case 'hard-sigmoid':
		case 'dropout':
			return first;
		case 'add':
			// A single-channel input would broadcast silently; the paper's addition never does.
			if (!second || second.join() !== first.join()) {
				refuse(`two inputs of shape ${formatShape(first)}`, second ? formatShape(second) : 'one');
			}
			return first;
		case 'multiply':
			if (!second || second.join() !== [batch, channels, 1, 1].join()) {
				refuse(
					`one factor per channel, ${formatShape([batch, channels, 1, 1])}`,
					second ? formatShape(second) : 'none'
				);
			}
			return first;
		case 'concat': {
			if (!second || second[2] !== rows || second[3] !== columns) {
				return refuse(`two inputs of ${rows} × ${columns}`, second ? formatShape(second) : 'one');
			}
			if (channels + second[1] < operation.channels) {
				refuse(`at least ${operation.channels} channels`, `${channels + second[1]}`);
			}
			return [batch, operation.channels, rows, columns];
		}
		case 'global-average-pool':
			return [batch, channels, 1, 1];
		case 'linear':
			if (channels * rows * columns !== operation.inFeatures) {
				refuse(`${operation.inFeatures} features`, formatShape(first));
			}
			return [batch, operation.outFeatures, 1, 1];
	}
}

/** Shape of every node's output, and of `INPUT`, for a picture of the given shape. */
export function inferShapes(graph: Graph, input: MapShape): Map<string, MapShape> {
	const shapes = new Map<string, MapShape>([[INPUT, input]]);
	if (input[1] !== graph.inputChannels) {
		throw new Error(
			`The picture: expected ${graph.inputChannels} channels, found ${input[1]} (${formatShape(input)}).`
		);
	}
	for (const node of graph.nodes) {
		shapes.set(node.name, operationShape(node.operation, inputShapes(node, shapes), node.name));
	}
	return shapes;
}

/** The shapes of a node's inputs, looked up among those already known. */
export function inputShapes(node: GraphNode, shapes: ReadonlyMap<string, MapShape>): MapShape[] {
	return node.inputs.map((name) => {
		const shape = shapes.get(name);
		if (!shape) throw new Error(`${node.name}: no earlier node is called "${name}".`);
		return shape;
	});
}
