// the two branches, their sum, the ReLU
const branch = batchNorm(depthwise(x, dw.kernel), bn1); // part: depthwise
const y = branch.add(batchNorm(x, bn2)).relu(); // part: reference
