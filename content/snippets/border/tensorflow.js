// here a row is [N, width, C], and a kernel [width, in, out]
const [row, taps] = [tf.ones([1, 3, 1]), tf.ones([3, 1, 1])];
const middle = row.mul(1).add(1); // a 1×1 convolution: w = 1, b = 1
const two = tf.conv1d(middle, taps, 1, 'same'); // 4, 6, 4: zeros beside 2s

const bias = taps.sum(); // b times each tap
const merged = tf.conv1d(row, taps, 1, 'same').add(bias); // 5, 6, 5
const wide = tf.concat([tf.ones([1, 1, 1]), middle, tf.ones([1, 1, 1])], 1);
const padded = tf.conv1d(wide, taps, 1, 'valid'); // b beside 2s: 5, 6, 5
