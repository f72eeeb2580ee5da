# the biases add up as well
b = b1 + bid  # part: sumBias
