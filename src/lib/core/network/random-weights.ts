/**
 * Pseudo-random weights and pictures, bit-identical in every JavaScript engine and in Python: each
 * tensor is one mulberry32 stream seeded with FNV-1a(key) xor seed, computed in doubles and rounded
 * once to float32. The spread per kind of tensor keeps activations of an untrained network in range.
 */
import type { Graph } from '#lib/core/graph.ts';
import { graphParameters, type ParameterShape } from './parameters.ts';
import { sizeOf, type StateDict, type Tensor } from '#lib/core/tensor.ts';

/** Spread of the weights by kind of layer. */
export interface Gains {
	/** Dense k × k convolution: the stem. */
	readonly dense: number;
	/** 1×1 convolution. */
	readonly pw: number;
	/** Depthwise convolution. */
	readonly dw: number;
	/** The two convolutions of squeeze-excite. */
	readonly se: number;
	/** Linear layer. */
	readonly fc: number;
	/** Biases of convolutions and linear layers. */
	readonly bias: number;
}

export const NETWORK_GAINS: Readonly<Record<'repghostnet' | 'ghostnet', Gains>> = {
	repghostnet: { dense: 3, pw: 0.7, dw: 1, se: 1.4, fc: 0.5, bias: 0.1 },
	ghostnet: { dense: 3, pw: 1, dw: 1, se: 1.2, fc: 0.5, bias: 0.1 }
};

/** For single modules and bottlenecks. */
export const MODULE_GAINS: Gains = { dense: 1, pw: 1, dw: 1, se: 4, fc: 1, bias: 0.1 };

/** FNV-1a over the UTF-8 bytes of `text`, 32 bits. */
export function fnv1a(text: string): number {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) {
		hash = Math.imul(hash ^ byte, 0x01000193);
	}
	return hash >>> 0;
}

/** mulberry32: a stream of 32-bit numbers. */
export function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
}

/** Doubles in [−1, 1), each exactly u32 / 2³¹ − 1. */
export function uniformStream(key: string, seed: number): () => number {
	const next = mulberry32(fnv1a(key) ^ seed);
	return () => next() / 2147483648 - 1;
}

/** offset + scale · u for each value, row-major. */
export function randomTensor(
	key: string,
	shape: readonly number[],
	seed: number,
	offset = 0,
	scale = 1
): Tensor {
	const next = uniformStream(key, seed);
	return {
		shape,
		data: Float32Array.from({ length: sizeOf(shape) }, () => offset + scale * next())
	};
}

/** Centre and half-range for one tensor of a graph. */
function range(
	{ key, shape, role }: ParameterShape,
	ofBatchNorm: boolean,
	gains: Gains
): [offset: number, scale: number] {
	if (role === 'running_mean') return [0, 0.3];
	if (role === 'running_var') return [1, 0.5];
	if (ofBatchNorm) return role === 'weight' ? [1, 0.5] : [0, 0.3];
	if (role === 'bias') return [0, gains.bias];
	const [, fanPerTap = 1, rows = 1, columns = 1] = shape;
	if (shape.length === 2) return [0, gains.fc * Math.sqrt(3 / fanPerTap)];
	const gain = key.split('.').includes('se')
		? gains.se
		: rows * columns === 1
			? gains.pw
			: fanPerTap === 1
				? gains.dw
				: gains.dense;
	return [0, gain * Math.sqrt(3 / (fanPerTap * rows * columns))];
}

/** Weights for a graph in training-time form; variances lie in [0.5, 1.5). */
export function randomStateDict(graph: Graph, seed: number, gains: Gains): StateDict {
	const batchNorms = new Set(
		graph.nodes.filter(({ operation }) => operation.kind === 'batch-norm').map(({ name }) => name)
	);
	const entries = [...graphParameters(graph).values()].map((parameter) => {
		const [offset, scale] = range(parameter, batchNorms.has(parameter.node), gains);
		return [
			parameter.key,
			randomTensor(parameter.key, parameter.shape, seed, offset, scale)
		] as const;
	});
	return new Map(entries);
}

/**
 * A pseudo-random picture in [−1, 1): ¾ grid × grid patches and ¼ noise per pixel, so that pooled
 * features differ between seeds. Layout [batch, channels, rows, columns].
 */
export function randomPicture(
	shape: readonly [number, number, number, number],
	seed: number,
	grid = 4
): Tensor {
	const [batch, channels, rows, columns] = shape;
	const nextPatch = uniformStream('input.grid', seed);
	const nextNoise = uniformStream('input.noise', seed);
	const patches = Float64Array.from({ length: batch * channels * grid * grid }, nextPatch);
	const data = new Float32Array(sizeOf(shape));
	let index = 0;
	for (let plane = 0; plane < batch * channels; plane++) {
		for (let row = 0; row < rows; row++) {
			const patchRow = plane * grid + Math.floor((row * grid) / rows);
			for (let column = 0; column < columns; column++) {
				const patch = patches[patchRow * grid + Math.floor((column * grid) / columns)]!;
				data[index++] = 0.75 * patch + 0.25 * nextNoise();
			}
		}
	}
	return { shape, data };
}
