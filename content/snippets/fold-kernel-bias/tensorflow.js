// dw has no bias, so the shift becomes the bias
const b1 = t1; // part: kernelBias
