// what lies between the picture and a value of the first block; 1×1 convolutions add nothing
const kernels = tf.tensor1d([3, 3, 3]); // the stem, two depthwise convolutions
const strides = tf.tensor1d([2, 1, 1]);

const jump = tf.cumprod(strides, 0).div(strides); // pixels from one value that is read to the next
const field = tf.cumsum(kernels.sub(1).mul(jump), 0).add(1); // pixels across, after each of the three
