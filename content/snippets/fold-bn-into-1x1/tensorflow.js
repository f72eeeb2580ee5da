// the 1×1 convolution pw, and a bias that it may have
const bias = tf.tensor1d([4, -1]);
const s = bn1.gamma.div(bn1.variance.add(eps).sqrt()); // part: scale
const w = pw.kernel.mul(s.reshape([-1, 1, 1, 1])); // part: scaledKernel
const b = bn1.beta.add(bias.sub(bn1.mean).mul(s)); // part: kernelBias

const two = batchNorm(convolve(picture, pw.kernel, bias), bn1);
const one = convolve(picture, w, b);
const difference = two.sub(one).abs().max();
