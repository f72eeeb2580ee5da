// the other batch norm scales that kernel
const s2 = bn2.gamma.div(bn2.variance.add(eps).sqrt()); // part: identityScale
const wid = delta.mul(s2.reshape([-1, 1, 1, 1])); // part: scaledIdentity
