/**
 * This project's passes beside those of ONNX Runtime Web, on the same weights, exported by the site's
 * own exporter: 0.5x at 224 × 224, wasm, one thread each.
 */
import * as ort from 'onnxruntime-web';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { disposeWeights, uploadMaps } from '#lib/model/layout.ts';
import { serializeOnnx } from '#lib/export/onnx.ts';
import { makeNetwork, preparePass, type Network } from './network-pass.ts';
import type { Measurement } from './report.ts';
import { timeSideBySide, type Thing } from './side-by-side.ts';

const NETWORKS = [
	['repghostnet', 'folded'],
	['repghostnet', 'training-time'],
	['ghostnet', 'folded']
] as const;
const PICTURE = [1, 3, 224, 224] as const;
const WIDTH = 0.5;

async function prepareOnnx({ graph, state }: Network): Promise<Thing> {
	ort.env.wasm.numThreads = 1;
	const bytes = serializeOnnx(graph, state, { name: 'benchmark', input: PICTURE });
	const session = await ort.InferenceSession.create(bytes, {
		executionProviders: ['wasm'],
		graphOptimizationLevel: 'all'
	});
	const input = new ort.Tensor('float32', randomPicture(PICTURE, 1).data, [...PICTURE]);
	return async () => {
		const result = await session.run({ input });
		await result[graph.output]!.getData();
	};
}

export async function measureOnnxRuntime(): Promise<Measurement> {
	const input = uploadMaps(randomPicture(PICTURE, 1));
	const things = new Map<string, Thing>();
	const passes = [];
	for (const [family, form] of NETWORKS) {
		const network = makeNetwork(family, WIDTH, form);
		const pass = preparePass(network, input);
		passes.push(pass);
		things.set(`${family} ${form}, TensorFlow.js`, pass.run);
		things.set(`${family} ${form}, ONNX Runtime`, await prepareOnnx(network));
	}
	const rows = await timeSideBySide(things, { warmUp: 5, rounds: 40 });
	for (const { weights } of passes) disposeWeights(weights);
	input.dispose();
	const median = (name: string) => rows.find((row) => row.name === name)!.median;
	const against = (name: string) =>
		median(`${name}, TensorFlow.js`) / median(`${name}, ONNX Runtime`);
	return {
		tables: [
			{
				title: `${WIDTH}x beside ONNX Runtime Web, wasm, one thread; ratio to the first`,
				unit: 'ms',
				rows
			}
		],
		ratios: {
			onnxruntime_folded_1thread: against('repghostnet folded'),
			onnxruntime_training_time_1thread: against('repghostnet training-time'),
			onnxruntime_ghostnet_folded_1thread: against('ghostnet folded')
		}
	};
}
