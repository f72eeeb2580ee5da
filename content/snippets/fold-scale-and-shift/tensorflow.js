// bn1 multiplies by s1 and adds t1
const s1 = bn1.gamma.div(bn1.variance.add(eps).sqrt()); // part: scale
const t1 = bn1.beta.sub(bn1.mean.mul(s1)); // part: shift
