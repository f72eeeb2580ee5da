/** The engine of `/network/` in Node, on TensorFlow.js's own kernels. */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { NetworkEngine } from '#lib/engine/network-engine.ts';

/** Started, without a network. */
export async function startEngine(): Promise<NetworkEngine> {
	const require = createRequire(import.meta.url);
	setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
	const missing = () => Promise.reject(new Error('not here'));
	const wasm = () => Promise.resolve();
	const engine = new NetworkEngine(
		{ wasm, cpu: missing, webgl: missing, webgpu: missing },
		missing
	);
	await engine.start('wasm');
	return engine;
}
