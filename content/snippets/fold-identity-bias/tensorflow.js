// and its shift is the bias of that kernel
const bid = bn2.beta.sub(bn2.mean.mul(s2)); // part: identityBias
