/** The engine in a page of its own, with what a benchmark of its memory needs to ask and to break. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '#lib/engine/backends/wasm.ts';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { NetworkEngine } from '#lib/engine/network-engine.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { weightMetadata } from '#lib/export/weight-config.ts';

/** What lies on the backend, and how much memory the backend itself has taken. */
export interface BackendMemory {
	readonly tensors: number;
	readonly buffers: number;
	readonly bytes: number;
	/** Bytes of WebAssembly's memory, or of textures in use. */
	readonly taken: number;
}

const SHAPE = [1, 3, 32, 32] as const;

/** So small that graphics in software take a tenth of a second: what leaks, leaks from it as well. */
function weightFile(family: Family): File {
	const architecture = createArchitecture(family, {
		classes: 10,
		head: 16,
		inputShape: [3, 32, 32],
		stages: [
			[{ kernel: 3, expansion: 8, out: 8, squeezeExcite: false, stride: 2 }],
			[{ kernel: 5, expansion: 16, out: 16, squeezeExcite: true, stride: 2 }]
		]
	});
	const graph = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(graph, 1, NETWORK_GAINS[family]);
	const metadata = weightMetadata(architecture, 'training-time');
	const bytes = serializeSafetensors(new Map(state), { metadata });
	return new File([Uint8Array.from(bytes)], `${family}.safetensors`);
}

const files = { repghostnet: weightFile('repghostnet'), ghostnet: weightFile('ghostnet') };

const present = async (): Promise<void> => undefined;
const missing = async (): Promise<never> => {
	throw new Error('not here.');
};
const engine = new NetworkEngine(
	{ wasm: present, webgl: present, webgpu: missing, cpu: missing },
	missing
);
const picture = randomPicture(SHAPE, 1);

const page = {
	start: (backend: Backend) => engine.start(backend),

	/** Runs in both forms in turn, each with the maps of a layer read. */
	async run(times: number): Promise<void> {
		for (let time = 0; time < times; time++) {
			await engine.run(picture, time % 2 === 0 ? 'training-time' : 'folded');
			await engine.maps('blocks.1.0');
		}
	},

	/** Loads a Ghost and a RepGhost network in turn, the last one the one of the beginning. */
	async change(times: number): Promise<void> {
		for (let time = times - 1; time >= 0; time--) {
			const file = files[time % 2 === 0 ? 'repghostnet' : 'ghostnet'];
			await engine.loadFile(file, {}, () => undefined);
			await page.run(2);
		}
	},

	/** Takes the backend away: of WebGL its context, half of the times in the middle of a run. */
	async lose(times: number): Promise<void> {
		for (let time = 0; time < times; time++) {
			const running = time % 2 === 0 ? page.run(1) : null;
			if (running) await new Promise((resolve) => setTimeout(resolve, 5));
			if (tf.getBackend() === 'webgl') loseContext();
			else await engine.start('wasm');
			await running;
			await page.run(2);
		}
	},

	memory(): BackendMemory {
		const { numTensors, numDataBuffers, numBytes, ...other } = tf.memory();
		const backend = tf.backend() as unknown as { wasm?: { HEAPU8: Uint8Array } };
		const { numBytesInGPU = 0 } = other as { numBytesInGPU?: number };
		return {
			tensors: numTensors,
			buffers: numDataBuffers,
			bytes: numBytes,
			taken: backend.wasm?.HEAPU8.length ?? numBytesInGPU
		};
	}
};

function loseContext(): void {
	const backend = tf.backend() as unknown as {
		getGPGPUContext(): { readonly gl: WebGLRenderingContext };
	};
	backend.getGPGPUContext().gl.getExtension('WEBGL_lose_context')!.loseContext();
}

export type MemoryPage = typeof page;

Object.assign(globalThis, { memoryPage: page });
