# a 1 in every centre adds all maps up
ones = F.pad(torch.ones(2, 2, 1, 1), (1, 1, 1, 1))
sums = F.conv2d(x, ones, padding=1)

# a 1 only where a map meets itself: the identity
delta = F.pad(torch.eye(2).reshape(2, 2, 1, 1), (1, 1, 1, 1))
same = F.conv2d(x, delta, padding=1)
difference = (same - x).abs().max()  # exactly 0
