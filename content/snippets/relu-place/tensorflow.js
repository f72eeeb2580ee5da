// w and b are the folded kernel and bias
const folded = depthwise(x, w, b).relu();
const branch = batchNorm(depthwise(x, dw.kernel), bn1);
const behind = branch.add(batchNorm(x, bn2)).relu(); // ReLU behind the sum
const inside = branch.relu().add(batchNorm(x, bn2)).relu(); // one inside

const right = behind.sub(folded).abs().max(); // rounding
const wrong = inside.sub(folded).abs().max(); // not rounding
