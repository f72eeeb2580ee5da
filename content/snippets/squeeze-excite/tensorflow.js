// squeeze: the mean of each of the 2 maps. excite: two small 1×1 convolutions
const [reduce, expand] = [tf.tensor2d([[1, -2]]), tf.tensor2d([[3], [-4]])];

const mean = x.mean([2, 3]); // [1, 2]
const hidden = mean.matMul(reduce.transpose()).add(0.5).relu(); // [1, 1]
const gate = hidden
	.matMul(expand.transpose())
	.add(1 + 3)
	.clipByValue(0, 6)
	.div(6); // [1, 2]

const y = x.mul(gate.reshape([1, 2, 1, 1]));
