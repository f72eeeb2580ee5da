# the other batch norm scales that kernel
s2 = bn2.weight / (bn2.running_var + bn2.eps).sqrt()  # part: identityScale
wid = delta * s2.reshape(-1, 1, 1, 1)  # part: scaledIdentity
