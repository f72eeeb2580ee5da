import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { useBackend } from '../../../tests/support/tensorflow.ts';
import { crossEntropy } from './loss.ts';

useBackend('cpu');

const lossOf = (logits: number[][], labels: number[], smoothing: number) =>
	tf.tidy(
		() =>
			crossEntropy(
				tf.reshape(tf.tensor2d(logits), [logits.length, 1, 1, logits[0]!.length]),
				tf.tensor1d(labels, 'int32'),
				smoothing
			).dataSync()[0]!
	);

test('without smoothing: minus the logarithm of the right share, averaged', () => {
	const shares = [
		[0.5, 0.25, 0.25],
		[0.1, 0.1, 0.8]
	];
	const logits = shares.map((row) => row.map(Math.log));
	expect(lossOf(logits, [1, 2], 0)).toBeCloseTo(-(Math.log(0.25) + Math.log(0.8)) / 2, 6);
});

test('smoothing gives each class its part', () => {
	const shares = [0.5, 0.25, 0.25];
	const expected = -((0.7 + 0.1) * Math.log(0.5) + 0.1 * Math.log(0.25) + 0.1 * Math.log(0.25));
	expect(lossOf([shares.map(Math.log)], [0], 0.3)).toBeCloseTo(expected, 6);
});
