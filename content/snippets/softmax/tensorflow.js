// four logits; made-up numbers
const logits = tf.tensor1d([2, 0, 0, -1]);
const share = logits.exp().div(logits.exp().sum()); // the softmax: they add up to 1

const raised = logits.add(8).softmax(); // only differences between logits count
const difference = share.sub(raised).abs().max();
