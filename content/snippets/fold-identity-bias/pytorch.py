# and its shift is the bias of that kernel
bid = bn2.bias - bn2.running_mean * s2  # part: identityBias
