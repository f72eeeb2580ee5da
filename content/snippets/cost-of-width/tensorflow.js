// the first module of block 3, on maps of 56 × 56: MACs of its 1×1 and of its dconv
function macs(width) {
	const [cin, mid] = [round4(24 * width), round4(36 * width)];
	return tf.tensor1d([56 * 56 * cin * mid, 56 * 56 * 9 * mid]);
}
const [half, one, two] = [macs(0.5), macs(1), macs(2)];
const ratio = two.div(one); // 4 for the 1×1, 2 for the dconv
