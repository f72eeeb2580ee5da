z = dw(x)
stored = bn1(z)  # evaluation: the stored mean and variance

bn1.train()
batch = bn1(z)  # training: the mean and variance of these very maps

bn1.eval()
moved = bn1(z)  # the stored ones have moved a tenth of the way
