// how far a top-1 accuracy would move with other pictures of the same kind
const pictures = 50000;
const share = tf.tensor1d([0.66, 0.69]); // right answers of two networks, about

const error = share.mul(tf.scalar(1).sub(share)).div(pictures).sqrt().mul(100); // in points
const difference = error.square().sum().sqrt(); // of one less the other
