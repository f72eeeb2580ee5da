/**
 * The network in plain loops and doubles: slow, obvious, and the oracle against which the
 * TensorFlow.js model is tested. Evaluation mode only (BN uses its running statistics).
 */
import { batchNormOf, batchNormScaleShift, tensorOf } from '#lib/core/fold/fold.ts';
import { INPUT, type Convolution, type Graph, type GraphNode } from './graph.ts';
import { operationShape, type MapShape } from './shapes.ts';
import { sizeOf, type StateDict, type Tensor } from './tensor.ts';

/** Maps in double precision, [batch, channels, rows, columns]. */
export interface Maps {
	readonly shape: MapShape;
	readonly data: Float64Array;
}

/** Runs the graph and returns every node's output by name, the picture under `INPUT`. */
export function evaluateGraph(graph: Graph, state: StateDict, input: Tensor): Map<string, Maps> {
	const shape = input.shape as MapShape;
	const values = new Map<string, Maps>([[INPUT, { shape, data: Float64Array.from(input.data) }]]);
	for (const node of graph.nodes) {
		const inputs = node.inputs.map((name) => values.get(name)!);
		values.set(node.name, evaluateNode(node, inputs, state));
	}
	return values;
}

function evaluateNode(node: GraphNode, inputs: readonly Maps[], state: StateDict): Maps {
	const { operation, name } = node;
	const [x, y] = inputs as [Maps, Maps];
	const shape = operationShape(
		operation,
		inputs.map((maps) => maps.shape),
		name
	);
	const plane = x.shape[2] * x.shape[3];
	switch (operation.kind) {
		case 'convolution': {
			const bias = operation.bias ? tensorOf(state, `${name}.bias`) : undefined;
			return convolve(x, operation, shape, tensorOf(state, `${name}.weight`), bias);
		}
		case 'batch-norm': {
			const { scale, shift } = batchNormScaleShift(batchNormOf(state, name));
			const channel = (index: number) => Math.floor(index / plane) % operation.channels;
			return map(x, (value, index) => value * scale[channel(index)]! + shift[channel(index)]!);
		}
		case 'scale-shift': {
			const scale = tensorOf(state, `${name}.scale`).data;
			const shift = tensorOf(state, `${name}.shift`).data;
			const channel = (index: number) => Math.floor(index / plane) % operation.channels;
			return map(x, (value, index) => value * scale[channel(index)]! + shift[channel(index)]!);
		}
		case 'shift': {
			const shift = tensorOf(state, `${name}.shift`).data;
			return map(
				x,
				(value, index) => value + shift[Math.floor(index / plane) % operation.channels]!
			);
		}
		case 'relu':
			return map(x, (value) => Math.max(0, value));
		case 'hard-sigmoid':
			return map(x, (value) => Math.min(6, Math.max(0, value + 3)) / 6);
		case 'dropout':
			return x;
		case 'add':
			return map(x, (value, index) => value + y.data[index]!);
		case 'multiply':
			return map(x, (value, index) => value * y.data[Math.floor(index / plane)]!);
		case 'concat':
			return concatenate(x, y, shape);
		case 'global-average-pool':
			return averagePlanes(x, shape);
		case 'linear':
			return multiplyMatrix(
				x,
				shape,
				tensorOf(state, `${name}.weight`),
				tensorOf(state, `${name}.bias`)
			);
	}
}

function map(maps: Maps, value: (value: number, index: number) => number): Maps {
	return { shape: maps.shape, data: maps.data.map(value) };
}

/** One output value: the bias plus the sum over the kernel's taps that lie inside the picture. */
function convolve(
	{ shape: [batch, channels, rows, columns], data }: Maps,
	{ kernel, stride, padding, groups }: Convolution,
	shape: MapShape,
	weight: Tensor,
	bias: Tensor | undefined
): Maps {
	const [, outChannels, outRows, outColumns] = shape;
	const groupIn = channels / groups;
	const groupOut = outChannels / groups;
	const out = new Float64Array(sizeOf(shape));
	let index = 0;
	for (let n = 0; n < batch; n++) {
		for (let o = 0; o < outChannels; o++) {
			const firstIn = Math.floor(o / groupOut) * groupIn;
			for (let r = 0; r < outRows; r++) {
				for (let c = 0; c < outColumns; c++) {
					let sum = bias?.data[o] ?? 0;
					for (let i = 0; i < groupIn; i++) {
						const plane = (n * channels + firstIn + i) * rows;
						for (let u = 0; u < kernel; u++) {
							const row = r * stride + u - padding;
							if (row < 0 || row >= rows) continue;
							for (let v = 0; v < kernel; v++) {
								const column = c * stride + v - padding;
								if (column < 0 || column >= columns) continue;
								const tap = weight.data[((o * groupIn + i) * kernel + u) * kernel + v]!;
								sum += tap * data[(plane + row) * columns + column]!;
							}
						}
					}
					out[index++] = sum;
				}
			}
		}
	}
	return { shape, data: out };
}

function concatenate(a: Maps, b: Maps, shape: MapShape): Maps {
	const plane = shape[2] * shape[3];
	const [batch, channels] = shape;
	const out = new Float64Array(sizeOf(shape));
	const fromA = a.shape[1] * plane;
	const fromB = channels * plane - fromA;
	for (let n = 0; n < batch; n++) {
		out.set(a.data.subarray(n * fromA, (n + 1) * fromA), n * channels * plane);
		const start = n * b.shape[1] * plane;
		out.set(b.data.subarray(start, start + fromB), n * channels * plane + fromA);
	}
	return { shape, data: out };
}

function averagePlanes({ shape: [, , rows, columns], data }: Maps, shape: MapShape): Maps {
	const plane = rows * columns;
	const out = Float64Array.from({ length: sizeOf(shape) }, (_, index) => {
		const values = data.subarray(index * plane, (index + 1) * plane);
		return values.reduce((sum, value) => sum + value, 0) / plane;
	});
	return { shape, data: out };
}

function multiplyMatrix({ data }: Maps, shape: MapShape, weight: Tensor, bias: Tensor): Maps {
	const [, outputs] = shape;
	const inputs = weight.shape[1]!;
	const out = Float64Array.from({ length: sizeOf(shape) }, (_, index) => {
		const n = Math.floor(index / outputs);
		const o = index % outputs;
		let sum = bias.data[o]!;
		for (let i = 0; i < inputs; i++) sum += weight.data[o * inputs + i]! * data[n * inputs + i]!;
		return sum;
	});
	return { shape, data: out };
}
