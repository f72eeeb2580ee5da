/**
 * Plain tensors, as every layer above TensorFlow.js sees them.
 *
 * The paper's (PyTorch's) layouts hold everywhere outside `model`: pictures and feature maps are
 * [batch, channels, rows, columns], convolution kernels [out, in / groups, rows, columns],
 * linear weights [out, in]; all row-major.
 */
export interface Tensor {
	readonly shape: readonly number[];
	readonly data: Float32Array;
}

/** Number of values in a tensor of this shape; 1 for a scalar (empty shape). */
export function sizeOf(shape: readonly number[]): number {
	return shape.reduce((product, extent) => product * extent, 1);
}

/** `[8, 1, 3, 3]` as `8 × 1 × 3 × 3`, for messages and labels. */
export function formatShape(shape: readonly number[]): string {
	return shape.length === 0 ? 'a single number' : shape.join(' × ');
}

/** A tensor of the given shape; throws when `data` has another length. */
export function createTensor(shape: readonly number[], data: Float32Array): Tensor {
	if (data.length !== sizeOf(shape)) {
		throw new Error(
			`A tensor of shape ${formatShape(shape)} holds ${sizeOf(shape)} values; ${data.length} were given.`
		);
	}
	return { shape, data };
}

/** Largest |a − b| over all values; throws when the shapes differ. NaN where either holds NaN. */
export function largestDifference(a: Tensor, b: Tensor): number {
	if (formatShape(a.shape) !== formatShape(b.shape)) {
		throw new Error(
			`Only tensors of one shape can be compared: ${formatShape(a.shape)} and ${formatShape(b.shape)}.`
		);
	}
	let largest = 0;
	for (let i = 0; i < a.data.length; i++) {
		const difference = Math.abs(a.data[i]! - b.data[i]!);
		if (Number.isNaN(difference)) return NaN;
		if (difference > largest) largest = difference;
	}
	return largest;
}

/**
 * The named tensors of a network, under the state-dict keys that timm and the authors' code use
 * (`blocks.3.0.ghost1.primary_conv.0.weight`), without `num_batches_tracked`.
 */
export type StateDict = ReadonlyMap<string, Tensor>;
