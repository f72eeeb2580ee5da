# one channel, one kernel, one scale
s = bn1.weight / (bn1.running_var + bn1.eps).sqrt()  # part: scale
w = dw.weight * s.reshape(-1, 1, 1, 1)  # part: scaledKernel
b = bn1.bias - bn1.running_mean * s  # part: kernelBias

two = bn1(dw(x))
one = F.conv2d(x, w, b, padding=1, groups=2)
difference = (two - one).abs().max()
