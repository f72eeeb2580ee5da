const ghosts = batchNorm(depthwise(x, dw.kernel), bn1); // as many maps as x has

const both = tf.concat([x, ghosts], 1); // 2 maps and 2 maps: 4
const total = x.add(ghosts); // 2 maps and 2 maps: 2

// 2 maps and 1 map: no error, the one is added to both
const spread = ghosts.add(x.slice([0, 0], [1, 1]));
