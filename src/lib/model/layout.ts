/**
 * Between the paper's layouts and TensorFlow.js's. Outside this folder tensors are NCHW and kernels
 * [out, in / groups, rows, columns]; inside, maps are NHWC, kernels [rows, columns, in, out], depthwise
 * kernels [rows, columns, channels, 1]. Linear weights are [out, in] outside and [in, out] inside: the
 * wasm backend has a fast product of matrices only where neither is transposed.
 */
import * as tf from '@tensorflow/tfjs-core';
import { isDepthwise, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { LaidMaps } from '#lib/core/maps/map-statistics.ts';
import { nodeParameters } from '#lib/core/network/parameters.ts';
import { formatShape, type StateDict, type Tensor } from '#lib/core/tensor.ts';

/** Maps on the backend, [batch, rows, columns, channels]. */
export type Maps = tf.Tensor4D;

/** A network's tensors on the backend, by state-dict key. */
export type Weights = ReadonlyMap<string, tf.Tensor>;

/** [N, C, H, W] → [N, H, W, C] on the backend; the caller disposes it. */
export function uploadMaps({ shape, data }: Tensor): Maps {
	if (shape.length !== 4) {
		throw new Error(`Maps are [batch, channels, rows, columns]; found ${formatShape(shape)}.`);
	}
	return tf.tidy(() =>
		tf.transpose(tf.tensor4d(data, shape as [number, number, number, number]), [0, 2, 3, 1])
	);
}

/** Maps read back from the backend as they lay there, [batch, rows, columns, channels]. */
export interface RawMaps {
	readonly shape: Maps['shape'];
	readonly data: Float32Array;
}

/** Reads maps back without reordering them; the tensor stays the caller's. */
export async function readMaps(maps: Maps): Promise<RawMaps> {
	return { shape: maps.shape, data: (await maps.data()) as Float32Array };
}

/** A backend whose memory can be looked into, as that of WebAssembly. */
interface OpenBackend {
	typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

const isOpen = (backend: object): backend is OpenBackend => 'typedArrayFromHeap' in backend;

/**
 * As `readMaps`, without a copy where the backend's memory can be looked into: the values are good until its
 * next operation, and may not be handed on.
 */
export async function lookAtMaps(maps: Maps): Promise<RawMaps> {
	const backend = tf.backend();
	if (!isOpen(backend)) return readMaps(maps);
	return { shape: maps.shape, data: backend.typedArrayFromHeap(maps) };
}

/** Maps [1, H, W, C] as they lie, for whoever reads each value once. */
export function laidAsRead({ shape, data }: RawMaps): LaidMaps {
	const [, , columns, channels] = shape;
	return { data, columns, mapStep: 1, valueStep: channels };
}

/** [N, H, W, C] → [N, C, H, W]. */
export function toChannelsFirst({ shape, data }: RawMaps): Tensor {
	const [batch, rows, columns, channels] = shape;
	return { shape: [batch, channels, rows, columns], data: channelsFirst(data, shape) };
}

/** [N, H, W, C] on the backend → [N, C, H, W] here; the tensor stays the caller's. */
export async function downloadMaps(maps: Maps): Promise<Tensor> {
	return toChannelsFirst(await readMaps(maps));
}

/** Reorders the values of [N, H, W, C] into [N, C, H, W]. */
export function channelsFirst(
	data: Float32Array,
	[batch, rows, columns, channels]: readonly [number, number, number, number]
): Float32Array {
	const plane = rows * columns;
	const out = new Float32Array(data.length);
	for (let n = 0; n < batch; n++) {
		const start = n * plane * channels;
		for (let channel = 0; channel < channels; channel++) {
			const target = start + channel * plane;
			for (let pixel = 0; pixel < plane; pixel++) {
				out[target + pixel] = data[start + pixel * channels + channel]!;
			}
		}
	}
	return out;
}

/** The axes that take a weight from PyTorch's order to TensorFlow.js's, or null when they agree. */
function weightPermutation({ operation }: GraphNode, rank: number): number[] | null {
	if (operation.kind === 'linear' && rank === 2) return [1, 0];
	if (operation.kind !== 'convolution' || rank !== 4) return null;
	return isDepthwise(operation) ? [2, 3, 0, 1] : [2, 3, 1, 0];
}

/** Inverse of a permutation of axes. */
function invert(permutation: readonly number[]): number[] {
	return permutation.map((_, axis) => permutation.indexOf(axis));
}

/**
 * Puts every tensor that the graph needs on the backend. Checks all shapes first, so that nothing is
 * left behind when one is wrong; the caller disposes with `disposeWeights`.
 */
export function uploadWeights(graph: Graph, state: StateDict): Weights {
	const needed = graph.nodes.flatMap((node) =>
		nodeParameters(node).map(({ key, shape }) => ({ node, key, shape, tensor: state.get(key) }))
	);
	for (const { key, shape, tensor } of needed) {
		if (!tensor || tensor.shape.join() !== shape.join()) {
			const found = tensor ? formatShape(tensor.shape) : 'no such tensor';
			throw new Error(`${key}: expected ${formatShape(shape)}, found ${found}.`);
		}
	}
	return new Map(
		needed.map(({ node, key, shape, tensor }) => [
			key,
			uploadWeight(node, { shape, data: tensor!.data })
		])
	);
}

/** One weight in PyTorch layout → the backend's layout. */
export function uploadWeight(node: GraphNode, { shape, data }: Tensor): tf.Tensor {
	const permutation = weightPermutation(node, shape.length);
	return tf.tidy(() => {
		// The copy keeps the caller's data untouched when a backend takes ownership of the buffer.
		const tensor = tf.tensor(data.slice(), [...shape]);
		return permutation ? tf.transpose(tensor, permutation) : tensor;
	});
}

/**
 * Tensors that already stand on the backend in PyTorch's layout → those that the graph needs, in the
 * backend's. Call it in `tf.tidy`.
 */
export function toBackendLayout(graph: Graph, tensors: ReadonlyMap<string, tf.Tensor>): Weights {
	const weights = new Map<string, tf.Tensor>();
	for (const node of graph.nodes) {
		for (const { key, shape } of nodeParameters(node)) {
			const tensor = tensors.get(key);
			if (!tensor) throw new Error(`${key}: expected ${formatShape(shape)}, found no such tensor.`);
			const permutation = weightPermutation(node, tensor.rank);
			weights.set(key, permutation ? tf.transpose(tensor, permutation) : tensor);
		}
	}
	return weights;
}

/** A weight, or its gradient, from the backend's layout → PyTorch layout. */
export async function downloadWeight(node: GraphNode, weight: tf.Tensor): Promise<Tensor> {
	const permutation = weightPermutation(node, weight.rank);
	const ordered = permutation ? tf.transpose(weight, invert(permutation)) : weight.clone();
	const data = (await ordered.data()) as Float32Array;
	ordered.dispose();
	return { shape: ordered.shape, data };
}

export function disposeWeights(weights: Weights): void {
	tf.dispose([...weights.values()]);
}
