// one convolution in place of two branches and a sum
const folded = depthwise(x, w, b).relu(); // part: soFar
