/** The convolutions and their gradients: the training kernels on wasm against TensorFlow.js on cpu. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	expectSameOnWasm,
	randomValues,
	useRunningKernels,
	useTrainingKernels
} from '../support/training-kernels.ts';

beforeAll(useTrainingKernels);
beforeAll(useRunningKernels);

/** Extents at which tiles, blocks of lanes and borders begin and end. */
const channels = fc.oneof(fc.constantFrom(1, 3, 4, 8, 9, 12, 15), fc.integer({ min: 1, max: 20 }));

const geometry = fc
	.record({
		batch: fc.integer({ min: 1, max: 3 }),
		rows: fc.integer({ min: 1, max: 9 }),
		columns: fc.integer({ min: 1, max: 9 }),
		kernel: fc.constantFrom(1, 2, 3, 5),
		stride: fc.integer({ min: 1, max: 3 }),
		padding: fc.integer({ min: 0, max: 3 })
	})
	.filter(
		({ rows, columns, kernel, padding }) =>
			Math.min(rows, columns) + 2 * padding >= kernel && padding < kernel + 1
	);

type Convolve = (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.Tensor;

/** The output of a convolution and the gradients of its input and its filter. */
function outputAndGradients(
	xShape: readonly number[],
	filterShape: readonly number[],
	convolve: Convolve
): tf.Tensor[] {
	const x = randomValues('x', xShape);
	const filter = randomValues('filter', filterShape);
	const y = convolve(x, filter);
	const dy = randomValues('dy', y.shape);
	const { grads } = tf.valueAndGrads((a: tf.Tensor, b: tf.Tensor) =>
		convolve(a as tf.Tensor4D, b as tf.Tensor4D)
	)([x, filter], dy);
	return [y, ...grads];
}

test('depthwise, any channels, sizes, strides and paddings', async () => {
	await fc.assert(
		fc.asyncProperty(geometry, channels, async (shape, count) => {
			const { batch, rows, columns, kernel, stride, padding } = shape;
			await expectSameOnWasm(() =>
				outputAndGradients([batch, rows, columns, count], [kernel, kernel, count, 1], (x, filter) =>
					tf.depthwiseConv2d(x, filter, stride, padding)
				)
			);
		}),
		{ seed: 1, numRuns: 120 }
	);
});

test('dense, any channels, sizes, strides and paddings', async () => {
	await fc.assert(
		fc.asyncProperty(geometry, channels, channels, async (shape, inputs, outputs) => {
			const { batch, rows, columns, kernel, stride, padding } = shape;
			await expectSameOnWasm(() =>
				outputAndGradients(
					[batch, rows, columns, inputs],
					[kernel, kernel, inputs, outputs],
					(x, filter) => tf.conv2d(x, filter, stride, padding)
				)
			);
		}),
		{ seed: 2, numRuns: 80 }
	);
});

test('1 × 1, more pixels than one block of rows', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 14, max: 20 }),
			channels,
			channels,
			async (side, inputs, outputs) => {
				await expectSameOnWasm(() =>
					outputAndGradients([2, side, side, inputs], [1, 1, inputs, outputs], (x, filter) =>
						tf.conv2d(x, filter, 1, 0)
					)
				);
			}
		),
		{ seed: 3, numRuns: 40 }
	);
});

describe('paddings that TensorFlow.js works out itself', () => {
	test.each(['same', 'valid'] as const)('%s', async (pad) => {
		await expectSameOnWasm(() => [
			...outputAndGradients([2, 7, 8, 6], [3, 3, 6, 1], (x, filter) =>
				tf.depthwiseConv2d(x, filter, 2, pad)
			),
			...outputAndGradients([2, 7, 8, 6], [3, 3, 6, 5], (x, filter) => tf.conv2d(x, filter, 2, pad))
		]);
	});

	test('another on each side', async () => {
		const pad: [[number, number], [number, number], [number, number], [number, number]] = [
			[0, 0],
			[2, 0],
			[0, 1],
			[0, 0]
		];
		await expectSameOnWasm(() =>
			outputAndGradients([2, 7, 8, 6], [3, 3, 6, 1], (x, filter) =>
				tf.depthwiseConv2d(x, filter, 1, pad)
			)
		);
	});
});

test('fused convolutions with bias and ReLU', async () => {
	await expectSameOnWasm(() => {
		const bias = randomValues<tf.Tensor1D>('bias', [6]);
		const options = { bias, strides: 1, pad: 1, activation: 'relu' } as const;
		return [
			...outputAndGradients([2, 5, 6, 6], [3, 3, 6, 1], (x, filter) =>
				tf.fused.depthwiseConv2d({ x, filter, ...options })
			),
			...outputAndGradients([2, 5, 6, 3], [1, 1, 3, 6], (x, filter) =>
				tf.fused.conv2d({ x, filter, ...options, pad: 0 })
			)
		];
	});
});

describe('what the kernels do not know', () => {
	test('forward it runs in TensorFlow.js’s own kernel', async () => {
		await expectSameOnWasm(() => {
			const x = randomValues('x', [1, 8, 8, 4]);
			return [
				tf.depthwiseConv2d(x, randomValues('dilated', [3, 3, 4, 1]), 1, 'same', 'NHWC', 2),
				tf.depthwiseConv2d(x, randomValues('multiplier', [3, 3, 4, 2]), 1, 1),
				tf.depthwiseConv2d(x, randomValues('oblong', [1, 3, 4, 1]), 1, 'valid')
			];
		});
	});

	test('gradients are refused with what was expected and found', async () => {
		await tf.setBackend('wasm');
		const gradient = (filterShape: number[]) => () =>
			tf.tidy(() =>
				outputAndGradients([1, 8, 8, 4], filterShape, (x, filter) =>
					tf.depthwiseConv2d(x, filter, 1, 'valid')
				)
			);
		expect(gradient([3, 3, 4, 2])).toThrow(
			/DepthwiseConv2dNativeBackprop\w+: expected a square kernel .* one output per channel; found a kernel of 3 × 3 × 4 × 2/
		);
		expect(gradient([1, 3, 4, 1])).toThrow('found a kernel of 1 × 3 × 4 × 1');
	});
});

describe('with bias and ReLU in the same pass', () => {
	const finish = fc.record({
		activation: fc.constantFrom('linear', 'relu', 'relu6'),
		hasBias: fc.boolean()
	});
	type Finish = { readonly activation: string; readonly hasBias: boolean };

	const finished = ({ activation, hasBias }: Finish, count: number) => ({
		activation: activation as 'linear' | 'relu' | 'relu6',
		...(hasBias && { bias: randomValues<tf.Tensor1D>('bias', [count]) })
	});

	test('depthwise, any channels, sizes, strides and paddings', async () => {
		await fc.assert(
			fc.asyncProperty(geometry, channels, finish, async (shape, count, end) => {
				const { batch, rows, columns, kernel, stride, padding } = shape;
				await expectSameOnWasm(() => [
					tf.fused.depthwiseConv2d({
						x: randomValues('x', [batch, rows, columns, count]),
						filter: randomValues('filter', [kernel, kernel, count, 1]),
						...{ strides: stride, pad: padding },
						...finished(end, count)
					})
				]);
			}),
			{ seed: 4, numRuns: 150 }
		);
	});

	test('dense, any channels, sizes, strides and paddings', async () => {
		await fc.assert(
			fc.asyncProperty(
				geometry,
				channels,
				channels,
				finish,
				async (shape, inputs, outputs, end) => {
					const { batch, rows, columns, stride, padding } = shape;
					const kernel = shape.kernel === 2 ? 1 : shape.kernel;
					const pad = kernel === 1 ? 0 : padding;
					await expectSameOnWasm(() => [
						tf.fused.conv2d({
							x: randomValues('x', [batch, rows, columns, inputs]),
							filter: randomValues('filter', [kernel, kernel, inputs, outputs]),
							...{ strides: kernel === 1 ? 1 : stride, pad },
							...finished(end, outputs)
						})
					]);
				}
			),
			{ seed: 5, numRuns: 150 }
		);
	});

	test('a value that is no number stays none behind the ReLU', async () => {
		const compute = () => {
			const x = tf.tensor4d([1, NaN, -1, 2], [1, 2, 2, 1]);
			const filter = tf.ones<tf.Rank.R4>([1, 1, 1, 5]);
			return tf.fused.conv2d({ x, filter, strides: 1, pad: 0, activation: 'relu' });
		};
		await tf.setBackend('wasm');
		const pixels = tf.tidy(() => compute().arraySync() as number[][][][]).flat(2);
		expect(pixels.map(([value]) => value)).toEqual([1, NaN, 0, 2]);
		expect(pixels.every((pixel) => new Set(pixel).size === 1)).toBe(true);
	});
});
