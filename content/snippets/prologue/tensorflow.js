// The parts of the module. weights holds its tensors by name, picture what goes in.
// Maps are [N, C, rows, columns], kernels [out, in, rows, columns], as in PyTorch.
const normOf = (name) => ({
	gamma: weights[`${name}.weight`],
	beta: weights[`${name}.bias`],
	mean: weights[`${name}.running_mean`],
	variance: weights[`${name}.running_var`]
});
const pw = { kernel: weights['primary_conv.0.weight'] };
const bn0 = normOf('primary_conv.1');
const dw = { kernel: weights['cheap_operation.0.weight'] };
const bn1 = normOf('cheap_operation.1');
const bn2 = normOf('fusion_bn.0');
const eps = 1e-5;

// TensorFlow.js itself wants the channels last: turn, compute, turn back.
const last = (maps) => maps.transpose([0, 2, 3, 1]);
const first = (maps) => maps.transpose([0, 3, 1, 2]);
function convolve(maps, kernel, bias = 0) {
	const turned = kernel.transpose([2, 3, 1, 0]);
	return first(tf.conv2d(last(maps), turned, 1, 'same').add(bias));
}
function depthwise(maps, kernel, bias = 0) {
	const turned = kernel.transpose([2, 3, 0, 1]);
	return first(tf.depthwiseConv2d(last(maps), turned, 1, 'same').add(bias));
}
function batchNorm(maps, { gamma, beta, mean, variance }, epsilon = eps) {
	return first(tf.batchNorm(last(maps), mean, variance, beta, gamma, epsilon));
}
// A frame of zeros around each 1×1 kernel makes it 3×3.
function around(kernels) {
	return kernels.pad([0, 0, 1, 1].map((zeros) => [zeros, zeros]));
}

const x = batchNorm(convolve(picture, pw.kernel), bn0).relu(); // what both branches read
