# dw has no bias, so the shift becomes the bias
b1 = t1  # part: kernelBias
