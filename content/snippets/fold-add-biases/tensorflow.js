// the biases add up as well
const b = b1.add(bid); // part: sumBias
