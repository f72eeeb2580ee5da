// two groups of 8 maps, 112 × 112, float32: 4 bytes a number
const a = tf.zeros([1, 8, 112, 112]);
const b = tf.ones([1, 8, 112, 112]);

function moved(inputs, output) {
	const values = inputs.reduce((sum, maps) => sum + maps.size, 0) + output.size;
	return tf.scalar(4 * values); // all are read, all are written
}

const copied = moved([a, b], tf.concat([a, b], 1));
const summed = moved([a, b], a.add(b));
