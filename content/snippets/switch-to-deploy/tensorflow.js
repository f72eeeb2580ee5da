// w and b are the folded kernel and bias; a convolution takes them over
const kept = Object.entries(weights).filter(([name]) => name.startsWith('primary_conv'));
const deploy = Object.fromEntries(kept); // both branches are gone
deploy['cheap_operation.weight'] = w; // part: sumKernel
deploy['cheap_operation.bias'] = b; // part: sumBias

const kernel = deploy['cheap_operation.weight'];
const folded = depthwise(x, kernel, deploy['cheap_operation.bias']).relu();
