// milliseconds of two networks that ran in turns; made-up numbers
const a = tf.tensor1d([10.0, 10.4, 30.0, 10.2, 10.0]);
const b = tf.tensor1d([8.0, 8.4, 12.0, 16.0, 8.1]); // something else ran in rounds 3 and 4

const means = b.mean().div(a.mean()); // one slow round moves it
const rounds = b.div(a); // each round is compared with itself
const ratio = tf.scalar([...rounds.dataSync()].sort((p, q) => p - q)[2]); // the middle one of five
