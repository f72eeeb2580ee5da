const mapOf = (maps) => maps.slice([0, 0], [1, 1]).flatten();
const a = mapOf(x); // a map, and the one it is to become
const b = mapOf(batchNorm(depthwise(x, dw.kernel), bn1));

const centre = (values) => values.sub(values.mean());

// least squares: the scale first, then the shift
const scale = tf.div(centre(a).mul(centre(b)).sum(), centre(a).square().sum());
const shift = b.mean().sub(scale.mul(a.mean()));
const left = b.sub(a.mul(scale).add(shift));

const r = tf.div(centre(a).mul(centre(b)).sum(), centre(a).norm().mul(centre(b).norm()));
const share = left.norm().div(centre(b).norm()); // √(1 − r²) of the spread
