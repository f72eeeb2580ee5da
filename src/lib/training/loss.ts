/** The loss that training lowers: cross-entropy of the logits against smoothed labels. */
import * as tf from '@tensorflow/tfjs-core';
import type { Maps } from '#lib/model/layout.ts';

/**
 * Mean over the batch of −Σ target · log softmax(logits). The target is 1 − smoothing for the right
 * class plus smoothing / classes for every class (Szegedy et al. 2016, arXiv 1512.00567 §7).
 *
 * @param logits [N, 1, 1, classes]
 * @param labels [N], whole numbers from 0
 */
export function crossEntropy(logits: Maps, labels: tf.Tensor1D, smoothing: number): tf.Scalar {
	const [batch, , , classes] = logits.shape;
	const flat = tf.reshape(logits, [batch, classes]);
	// Fractions are mixed in afterwards: tf.oneHot rounds them to whole numbers on wasm.
	const right = tf.cast(tf.oneHot(labels, classes), 'float32');
	const targets = tf.add(tf.mul(right, 1 - smoothing), smoothing / classes);
	const products = tf.mul(targets, tf.logSoftmax(flat));
	return tf.neg(tf.div(tf.sum(products), batch)) as tf.Scalar;
}
