def fuse(kernel, bn):
    s = bn.weight / (bn.running_var + bn.eps).sqrt()
    return kernel * s.reshape(-1, 1, 1, 1), bn.bias - bn.running_mean * s

delta = F.pad(torch.ones(dw.groups, 1, 1, 1), (1, 1, 1, 1))
w1, b1 = fuse(dw.weight, bn1)  # part: scaledKernel
wid, bid = fuse(delta, bn2)  # part: scaledIdentity
w, b = w1 + wid, b1 + bid  # part: sumKernel

one = F.conv2d(x, w, b, padding=1, groups=dw.groups)
difference = (bn1(dw(x)) + bn2(x) - one).abs().max()
