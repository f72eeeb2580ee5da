# one convolution in place of two branches and a sum
folded = F.relu(F.conv2d(x, w, b, padding=1, groups=dw.groups))  # part: soFar
