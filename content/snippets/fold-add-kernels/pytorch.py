# same input, same shape: the kernels add up, tap by tap
w = w1 + wid  # part: sumKernel
