/** The worker that owns TensorFlow.js; a backend's code is fetched when it is first wanted. */
import { expose, transfer } from 'comlink';
import { NetworkEngine } from './network-engine.ts';
import type { FrameRequest, FrameResult } from './protocol.ts';
import { readPicture } from './read-picture.ts';

/** The engine, whose frames go to the page without being copied. */
class WorkerEngine extends NetworkEngine {
	override async frame(request: FrameRequest): Promise<FrameResult> {
		const frame = await super.frame(request);
		const { sheet, overview } = frame;
		const pixels = overview ? [overview.picture.rgba.buffer] : [];
		return transfer(frame, [sheet.atlas.rgba.buffer, sheet.values.buffer, ...pixels]);
	}
}

expose(
	new WorkerEngine(
		{
			wasm: () => import('./backends/wasm.ts'),
			webgl: () => import('@tensorflow/tfjs-backend-webgl'),
			webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
			cpu: () => import('@tensorflow/tfjs-backend-cpu')
		},
		readPicture
	)
);
