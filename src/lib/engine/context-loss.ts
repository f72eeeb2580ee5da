/**
 * Loss of the WebGL context: the graphics card was reset, or another page took its memory. TensorFlow.js
 * then waits for a fence that is never passed, so whoever reads a tensor must be woken.
 */
import * as tf from '@tensorflow/tfjs-core';

export class ContextLostError extends Error {
	override readonly name = 'ContextLostError';
	constructor() {
		super('The graphics context was lost.');
	}
}

interface WebGLBackend {
	getGPGPUContext(): { readonly gl: WebGL2RenderingContext };
}

/** Milliseconds in which work must have noticed that its context is gone. */
const NOTICING = 2000;

function webglContext(): WebGL2RenderingContext | null {
	if (tf.getBackend() !== 'webgl') return null;
	return (tf.backend() as unknown as WebGLBackend).getGPGPUContext().gl;
}

/**
 * `work`, or a `ContextLostError` once the context is lost; other backends just work. Work that was under
 * way comes to its end first, with values that mean nothing, so that it frees its tensors.
 */
export async function untilContextLost<T>(work: () => Promise<T>): Promise<T> {
	const context = webglContext();
	if (!context) return work();
	if (context.isContextLost()) throw new ContextLostError();
	const { canvas } = context;
	let wake: (() => void) | undefined;
	const lost = new Promise<never>((_, reject) => {
		wake = () => {
			passFences(context);
			setTimeout(() => reject(new ContextLostError()), NOTICING);
		};
		canvas.addEventListener('webglcontextlost', wake);
	});
	try {
		const result = await Promise.race([work(), lost]);
		if (context.isContextLost()) throw new ContextLostError();
		return result;
	} catch (error) {
		throw context.isContextLost() ? new ContextLostError() : error;
	} finally {
		if (wake) canvas.removeEventListener('webglcontextlost', wake);
	}
}

/** A lost context says of a fence that waiting for it failed, and TensorFlow.js would ask for ever. */
function passFences(context: WebGL2RenderingContext): void {
	context.clientWaitSync = () => context.ALREADY_SIGNALED;
}
