# four numbers per channel make two
s = bn1.weight / (bn1.running_var + bn1.eps).sqrt()  # part: scale
t = bn1.bias - bn1.running_mean * s  # part: shift
line = x * s.reshape(-1, 1, 1) + t.reshape(-1, 1, 1)

difference = (bn1(x) - line).abs().max()
