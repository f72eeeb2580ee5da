/** What the graphics processor of the running backend is called; it may be a piece of software. */
import * as tf from '@tensorflow/tfjs-core';

interface GraphicsBackend {
	getGPGPUContext?(): { readonly gl: WebGLRenderingContext };
	readonly adapterInfo?: { readonly description?: string; readonly vendor?: string };
}

/** Null where the backend runs on none, or the browser keeps its name to itself. */
export function processorName(): string | null {
	const backend = tf.backend() as unknown as GraphicsBackend;
	try {
		const gl = backend.getGPGPUContext?.().gl;
		const names = gl?.getExtension('WEBGL_debug_renderer_info');
		if (gl && names) return String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
	} catch {
		return null;
	}
	const info = backend.adapterInfo;
	return info?.description || info?.vendor || null;
}
