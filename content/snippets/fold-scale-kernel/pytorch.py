# one factor for all nine taps of a channel
w1 = dw.weight * s1.reshape(-1, 1, 1, 1)  # part: scaledKernel
