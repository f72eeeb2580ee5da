function round4(channels) {
	const nearest = Math.max(4, Math.floor((channels + 2) / 4) * 4);
	return nearest < 0.9 * channels ? nearest + 4 : nearest;
}
const widths = [0.5, 0.58, 0.8, 1, 1.11, 1.3, 1.5, 2];
const asked = tf.tensor1d(widths.map((w) => 16 * w)); // the stem has 16 maps at width 1
const stem = tf.tensor1d(widths.map((w) => round4(16 * w)));
