// the largest difference of any two values
const difference = y.sub(folded).abs().max();
