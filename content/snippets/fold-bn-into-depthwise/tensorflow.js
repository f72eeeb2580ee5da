// one channel, one kernel, one scale
const s = bn1.gamma.div(bn1.variance.add(eps).sqrt()); // part: scale
const w = dw.kernel.mul(s.reshape([-1, 1, 1, 1])); // part: scaledKernel
const b = bn1.beta.sub(bn1.mean.mul(s)); // part: kernelBias

const two = batchNorm(depthwise(x, dw.kernel), bn1);
const one = depthwise(x, w, b);
const difference = two.sub(one).abs().max();
