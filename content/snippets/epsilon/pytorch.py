right = bn1.weight / (bn1.running_var + 1e-5).sqrt()  # PyTorch’s
wrong = bn1.weight / (bn1.running_var + 1e-3).sqrt()  # tf.batchNorm’s own
ratio = right / wrong  # the quieter the channel, the further from 1
