/**
 * Loss of the WebGL context: the graphics card was reset, or another page took its memory. After it,
 * reading a tensor never settles, so whoever waits must be woken.
 */
import * as tf from '@tensorflow/tfjs-core';

export class ContextLostError extends Error {
	override readonly name = 'ContextLostError';
	constructor() {
		super('The graphics context was lost.');
	}
}

interface WebGLBackend {
	getGPGPUContext(): { readonly gl: WebGLRenderingContext };
}

function webglContext(): WebGLRenderingContext | null {
	if (tf.getBackend() !== 'webgl') return null;
	return (tf.backend() as unknown as WebGLBackend).getGPGPUContext().gl;
}

/** `work`, or a `ContextLostError` as soon as the context is lost; other backends just work. */
export async function untilContextLost<T>(work: () => Promise<T>): Promise<T> {
	const context = webglContext();
	if (!context) return work();
	if (context.isContextLost()) throw new ContextLostError();
	const { canvas } = context;
	let refuse: (() => void) | undefined;
	const lost = new Promise<never>((_, reject) => {
		refuse = () => reject(new ContextLostError());
		canvas.addEventListener('webglcontextlost', refuse);
	});
	try {
		return await Promise.race([work(), lost]);
	} finally {
		if (refuse) canvas.removeEventListener('webglcontextlost', refuse);
	}
}
