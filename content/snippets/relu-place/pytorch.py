# w and b are the folded kernel and bias
folded = F.relu(F.conv2d(x, w, b, padding=1, groups=2))
behind = F.relu(bn1(dw(x)) + bn2(x))  # ReLU behind the sum
inside = F.relu(F.relu(bn1(dw(x))) + bn2(x))  # one inside

right = (behind - folded).abs().max()  # rounding
wrong = (inside - folded).abs().max()  # not rounding
