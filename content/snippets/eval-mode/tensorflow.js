const z = depthwise(x, dw.kernel);
const stored = batchNorm(z, bn1); // evaluation: the stored mean and variance

const { mean, variance } = tf.moments(z, [0, 2, 3]);
const batch = batchNorm(z, { ...bn1, mean, variance }); // training: these maps’ own

// training also moves the stored ones a tenth of the way; they count n − 1
const n = z.size / z.shape[1];
const step = (old, now) => old.mul(0.9).add(now.mul(0.1));
const after = {
	mean: step(bn1.mean, mean),
	variance: step(bn1.variance, variance.mul(n / (n - 1)))
};
const moved = batchNorm(z, { ...bn1, ...after });
