// weights of one module with cin maps in and cout maps out
function ghost(cin, cout) {
	const half = cout / 2; // the 1×1 makes half of the maps, the dconv the rest
	return cin * half + 9 * half;
}
function repghost(cin, cout) {
	return cin * cout + 9 * cout; // both work on all of them
}
// block 3: 24 maps in, 24 maps out; 72 or 36 in the middle
const a = tf.tensor1d([ghost(24, 72), ghost(72, 24)]);
const b = tf.tensor1d([repghost(24, 36), repghost(36, 24)]);
const equal = tf.tensor1d([repghost(24, 72), repghost(72, 24)]);
