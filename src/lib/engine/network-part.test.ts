/** The beginning of a shipped network on TensorFlow.js, against plain loops; and that it is fetched once. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { graphPart } from '#lib/core/graph-part.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { largestDifference } from '#lib/core/tensor.ts';
import { bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import { SAMPLE_SCENES } from '#lib/pictures/scenes/samples.ts';
import { useBackend } from '../../../tests/support/tensorflow.ts';
import { hashBytes } from './hash.ts';
import { NotebookEngine } from './live-engine.ts';
import { runNetworkPart } from './network-part.ts';

const bytes = new Uint8Array(readFileSync('static/networks/scenes-ghost.safetensors'));
const network = await openWeightFile(bytesSource(bytes));
const picture = drawScene(SAMPLE_SCENES[0]!.scene, 64, 64);
const keep = ['act1', 'blocks.0.0.ghost1.concat'];

afterEach(() => void vi.unstubAllGlobals());

describe('the beginning of a network', () => {
	useBackend('cpu');

	test('gives what plain loops give, and the weights asked for', async () => {
		const wanted = ['blocks.0.0.ghost1.cheap_operation'];
		const { maps, weights } = await runNetworkPart(network, { picture, keep, weights: wanted });
		const part = graphPart(buildNetwork(network.architecture, 'training-time'), keep);
		const plain = evaluateGraph(part, network.state, normalize(picture));
		for (const name of keep) {
			const { shape, data } = plain.get(name)!;
			const expected = { shape, data: Float32Array.from(data) };
			expect(Math.max(...data)).toBeGreaterThan(1);
			expect(largestDifference(maps.get(name)!, expected)).toBeLessThan(1e-4);
		}
		expect([...weights.keys()].sort()).toEqual(
			['0.weight', '1.bias', '1.running_mean', '1.running_var', '1.weight'].map(
				(key) => `blocks.0.0.ghost1.cheap_operation.${key}`
			)
		);
	});

	test('is fetched once, and held against its card', async () => {
		const present = async () => undefined;
		const engine = new NotebookEngine({
			...{ wasm: present, cpu: present, webgl: present, webgpu: present }
		});
		await engine.start('cpu');
		const fetched = vi.fn(async () => new Response(bytes));
		vi.stubGlobal('fetch', fetched);
		const file = {
			...{ slug: 'scenes-ghost', name: 'Ghost', fileName: 'scenes-ghost.safetensors' },
			...{ address: 'http://localhost/scenes-ghost.safetensors', bytes: bytes.length },
			sha256: await hashBytes(bytes)
		};
		const seen: number[] = [];
		const ask = () =>
			engine.networkMaps({ file, picture, keep: ['act1'], weights: [] }, ({ done }) => {
				seen.push(done ?? NaN);
			});
		expect(await ask()).toMatchObject({ backend: 'cpu', runs: 1 });
		const again = await ask();
		expect(again.runs).toBe(2);
		expect(again.maps.get('act1')!.shape).toEqual([1, 16, 32, 32]);
		expect(fetched).toHaveBeenCalledTimes(1);
		expect(seen.at(-1)).toBe(1);
		expect(tf.getBackend()).toBe('cpu');
	});
});
