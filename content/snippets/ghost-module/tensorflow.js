function ghostModule(maps) {
	const primary = batchNorm(convolve(maps, pw.kernel), bn0).relu(); // 1×1: mixes all that comes in
	const ghosts = batchNorm(depthwise(primary, dw.kernel), bn1).relu(); // 3×3: each map by itself
	return tf.concat([primary, ghosts], 1);
}

const out = ghostModule(picture); // 2 maps come in, 2 + 2 leave
