// one factor for all nine taps of a channel
const w1 = dw.kernel.mul(s1.reshape([-1, 1, 1, 1])); // part: scaledKernel
