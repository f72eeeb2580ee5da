# the 1×1 convolution pw, and a bias that it may have
bias = torch.tensor([4.0, -1.0])
s = bn1.weight / (bn1.running_var + bn1.eps).sqrt()  # part: scale
w = pw.weight * s.reshape(-1, 1, 1, 1)  # part: scaledKernel
b = bn1.bias + (bias - bn1.running_mean) * s  # part: kernelBias

two = bn1(F.conv2d(picture, pw.weight, bias))
one = F.conv2d(picture, w, b)
difference = (two - one).abs().max()
