# the largest difference of any two values
difference = (y - folded).abs().max()
