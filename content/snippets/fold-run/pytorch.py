# the two branches, their sum, the ReLU
branch = bn1(dw(x))  # part: depthwise
y = F.relu(branch + bn2(x))  # part: reference
