/** The worker that owns TensorFlow.js; a backend's code is fetched when it is first wanted. */
import { expose, transfer } from 'comlink';
import type { Tensor } from '#lib/core/tensor.ts';
import { NetworkEngine } from './network-engine.ts';
import type {
	FileRequest,
	FrameRequest,
	FrameResult,
	Overview,
	PreparedPicture
} from './protocol.ts';
import { readPicture } from './read-picture.ts';

/** The engine, whose large answers, made for one call each, go to the page without being copied. */
class WorkerEngine extends NetworkEngine {
	override async frame(request: FrameRequest): Promise<FrameResult> {
		const frame = await super.frame(request);
		const { picture, sheet, overview } = frame;
		const pixels = overview ? [overview.picture.rgba.buffer] : [];
		return transfer(frame, [
			picture.rgb.buffer,
			sheet.atlas.rgba.buffer,
			sheet.values.buffer,
			...pixels
		]);
	}

	override async maps(layer: string): Promise<Tensor> {
		const maps = await super.maps(layer);
		return transfer(maps, [maps.data.buffer]);
	}

	override async overview(): Promise<Overview> {
		const overview = await super.overview();
		return transfer(overview, [overview.picture.rgba.buffer]);
	}

	override async preparePicture(file: Blob): Promise<PreparedPicture> {
		const picture = await super.preparePicture(file);
		return transfer(picture, [picture.input.data.buffer, picture.shown.rgba.buffer]);
	}

	override async writeFile(request: FileRequest): Promise<Uint8Array> {
		const bytes = await super.writeFile(request);
		return transfer(bytes, [bytes.buffer]);
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
