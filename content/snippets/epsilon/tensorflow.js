const right = bn1.gamma.div(bn1.variance.add(1e-5).sqrt()); // PyTorch’s
const wrong = bn1.gamma.div(bn1.variance.add(1e-3).sqrt()); // tf.batchNorm’s own
const ratio = right.div(wrong); // the quieter the channel, the further from 1
