/**
 * TensorFlow.js saves what a gradient will need by cloning it, and its wasm backend clones by copying:
 * every map of the network once more, written and read. Tensors do not change, so a clone may share the
 * values, as it does on TensorFlow.js's other backends.
 */
import { Identity } from '@tensorflow/tfjs-core';
import { hostKernel } from './host-kernel.ts';

export const identityKernel = hostKernel(Identity, ({ host, input }) => {
	const x = input('x');
	return x.dtype === 'string' ? null : host.share(x);
});
