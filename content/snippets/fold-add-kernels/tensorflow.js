// same input, same shape: the kernels add up, tap by tap
const w = w1.add(wid); // part: sumKernel
