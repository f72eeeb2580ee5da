/** The engine as it is, in Node: loading, running, stopping, falling back, and leaving nothing behind. */
import * as tf from '@tensorflow/tfjs-core';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomPicture, randomStateDict } from '#lib/core/network/random-weights.ts';
import { parseNpy } from '#lib/export/npy.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { weightMetadata } from '#lib/export/weight-config.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import type { Overview } from '#lib/scene/overview.ts';
import { registerNodeBackends } from '../../../tests/support/tensorflow.ts';
import type { BackendLoaders } from './backends.ts';
import { hashBytes } from './hash.ts';
import { NetworkEngine } from './network-engine.ts';
import type { FrameRequest, RandomNetwork } from './protocol.ts';

registerNodeBackends();

const missing = async () => {
	throw new Error('there is no graphics card here.');
};
const present = async () => undefined;
const LOADERS: BackendLoaders = { wasm: present, cpu: present, webgl: missing, webgpu: missing };

const NETWORK: RandomNetwork = {
	family: 'repghostnet',
	width: 0.5,
	classes: 10,
	inputShape: [3, 32, 32]
};
const picture = randomPicture([1, 3, 32, 32], 1);

let engine: NetworkEngine;

beforeEach(() => {
	engine = new NetworkEngine(LOADERS, async () => {
		throw new Error('no pictures here');
	});
});

/** A small network of this project as a file. */
function weightFile(name = 'small.safetensors'): File {
	const architecture = createArchitecture('repghostnet', {
		classes: 3,
		head: 8,
		inputShape: [3, 16, 16],
		stages: [[{ kernel: 3, expansion: 8, out: 8, squeezeExcite: true, stride: 2 }]]
	});
	const graph = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(graph, 3, NETWORK_GAINS.repghostnet);
	const bytes = serializeSafetensors(new Map(state), {
		metadata: weightMetadata(architecture, 'training-time', ['ball', 'cube', 'cone'])
	});
	return new File([Uint8Array.from(bytes)], name);
}

const ignoreProgress = () => undefined;

describe('backends', () => {
	test('wasm passes the examination and runs', async () => {
		expect(await engine.start('wasm')).toEqual({
			backend: 'wasm',
			requested: 'wasm',
			refused: []
		});
	});

	test('a backend that cannot be had falls back to wasm, with the reason', async () => {
		const report = await engine.start('webgl');
		expect(report.backend).toBe('wasm');
		expect(report.refused).toEqual([
			{ backend: 'webgl', reason: 'there is no graphics card here.' }
		]);
	});

	test('a backend that computes wrongly is refused', async () => {
		await engine.start('wasm');
		const kernel = tf.getKernel('Relu6', 'cpu')!;
		tf.unregisterKernel('Relu6', 'cpu');
		tf.registerKernel({ ...kernel, kernelFunc: tf.getKernel('Relu', 'cpu')!.kernelFunc });
		try {
			const report = await engine.start('cpu');
			expect(report.backend).toBe('wasm');
			expect(report.refused[0]!.reason).toContain('it computed a test network wrongly');
		} finally {
			tf.unregisterKernel('Relu6', 'cpu');
			tf.registerKernel(kernel);
		}
	});

	test('when nothing runs, every reason is told', async () => {
		const none = new NetworkEngine(
			{ wasm: missing, cpu: missing, webgl: missing, webgpu: missing },
			async () => {
				throw new Error();
			}
		);
		await expect(none.start('webgpu')).rejects.toThrow(
			/No way of computing was found.*webgpu: there is no graphics card.*wasm:.*cpu:/
		);
	});
});

describe('running', () => {
	let tensorsBefore = 0;

	beforeEach(async () => {
		await engine.start('wasm');
		tensorsBefore = tf.memory().numTensors;
	});

	afterEach(async () => {
		// Changing the backend frees the weights; nothing else may be left.
		await engine.start('wasm');
		expect(tf.memory().numTensors).toBe(0);
	});

	test('both forms give the same logits, and every layer its maps', async () => {
		const info = await engine.loadRandom(NETWORK, 1);
		const training = await engine.run(picture, 'training-time');
		expect(training.layers.map(({ name }) => name)).toEqual(
			info.forms['training-time']!.layers.map(({ name }) => name)
		);
		const folded = await engine.run(picture, 'folded');
		expect(folded.layers).toHaveLength(info.forms.folded!.layers.length);
		folded.logits.forEach((value, index) => expect(value).toBeCloseTo(training.logits[index]!, 5));
		for (const { name, shape } of info.forms.folded!.layers) {
			expect((await engine.maps(name)).shape).toEqual([1, ...shape]);
		}
	});

	test('a layer’s statistics are those of its maps', async () => {
		await engine.loadRandom(NETWORK, 1);
		const { layers, clockStep } = await engine.run(picture, 'folded');
		const stem = layers.find(({ name }) => name === 'conv_stem')!;
		const { data } = await engine.maps('conv_stem');
		const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
		expect(stem.min).toBe(Math.min(...data));
		expect(stem.max).toBe(Math.max(...data));
		expect(stem.mean).toBeCloseTo(mean, 5);
		expect(stem.std).toBeCloseTo(
			Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length),
			5
		);
		expect(stem.zeros).toBe(data.filter((value) => value === 0).length / data.length);
		expect(stem.milliseconds).toBeGreaterThan(0);
		expect(clockStep).toBeGreaterThan(0);
	});

	test('a layer is compared with that of another run, and with no other', async () => {
		await engine.loadRandom(NETWORK, 1);
		await engine.run(picture, 'training-time');
		const reference = await engine.maps('blocks.1.0');
		const moved = { ...reference, data: reference.data.slice() };
		moved.data[3]! -= 0.5;
		await engine.run(picture, 'folded');
		const { largest, tolerance } = await engine.difference('blocks.1.0', reference);
		expect(largest).toBeLessThanOrEqual(tolerance);
		expect((await engine.difference('blocks.1.0', moved)).largest).toBeCloseTo(0.5, 5);
		await expect(engine.difference('conv_stem', reference)).rejects.toThrow('of one shape');
		await expect(engine.difference('nowhere', reference)).rejects.toThrow('called "nowhere"');
	});

	test('running again and again keeps no tensors', async () => {
		await engine.loadRandom(NETWORK, 1);
		await engine.run(picture, 'folded');
		const once = tf.memory().numTensors;
		for (let run = 0; run < 5; run++) await engine.run(picture, 'folded');
		expect(tf.memory().numTensors).toBe(once);
		await engine.loadRandom(NETWORK, 2);
		expect(tf.memory().numTensors).toBe(tensorsBefore);
	});

	test('memory is flat over 200 runs, changes of network and restarts of the backend', async () => {
		const memory = () => {
			const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
			return { tensors: tf.memory().numTensors, heap: wasm.HEAPU8.length };
		};
		/** Twenty runs in turns of both forms, each with a layer's maps read. */
		const round = async (seed: number) => {
			await engine.start('wasm');
			await engine.loadRandom({ ...NETWORK, family: seed % 2 ? 'ghostnet' : 'repghostnet' }, seed);
			for (let run = 0; run < 20; run++) {
				await engine.run(picture, run % 2 === 0 ? 'folded' : 'training-time');
				await engine.maps('blocks.1.0');
			}
			return memory();
		};
		// The heap never shrinks: it is as large as the first networks have needed.
		for (let seed = 0; seed < 2; seed++) await round(seed);
		const after = [await round(2), await round(3)];
		for (let seed = 4; seed < 10; seed++) expect(await round(seed)).toEqual(after[seed % 2]);
	});

	test('the answer stays when the backend changes', async () => {
		await engine.loadRandom(NETWORK, 1);
		const wasm = await engine.run(picture, 'training-time');
		await engine.start('cpu');
		const cpu = await engine.run(picture, 'training-time');
		expect(cpu.report.backend).toBe('cpu');
		cpu.logits.forEach((value, index) => expect(value).toBeCloseTo(wasm.logits[index]!, 5));
	});

	test('a cancelled run rejects, frees its tensors, and the next one works', async () => {
		await engine.loadRandom({ ...NETWORK, width: 2, inputShape: [3, 224, 224] }, 1);
		await engine.run(picture, 'folded');
		const before = tf.memory().numTensors;
		const run = engine.run(randomPicture([1, 3, 224, 224], 1), 'folded');
		setTimeout(() => void engine.cancel(), 20);
		await expect(run).rejects.toMatchObject({ name: 'AbortError' });
		expect(tf.memory().numTensors).toBe(before);
		expect((await engine.run(picture, 'folded')).logits).toHaveLength(10);
	});

	test.each([
		['without a batch', [3, 32, 32]],
		['with one channel', [1, 1, 32, 32]],
		['with two pictures', [2, 3, 32, 32]]
	])('a tensor %s is refused in one sentence', async (_, shape) => {
		await engine.loadRandom(NETWORK, 1);
		const data = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
		await expect(engine.run({ shape, data }, 'folded')).rejects.toThrow(
			`The network takes 1 × 3 × rows × columns; the tensor is ${shape.join(' × ')}.`
		);
	});
});

describe('frames of a moving picture', () => {
	const rgb = Uint8ClampedArray.from({ length: 32 * 32 * 3 }, (_, index) => (index * 37) % 256);
	const moving = { width: 32, height: 32, rgb };
	const request: FrameRequest = {
		picture: moving,
		form: 'training-time',
		layer: 'blocks.0.0.ghost1',
		maps: { channels: [0, 1], across: 2, scale: 'shared', chosen: 1 },
		small: ['conv_stem', 'blocks.0.0'],
		overview: false
	};

	beforeEach(async () => {
		await engine.start('wasm');
		await engine.loadRandom(NETWORK, 1);
	});

	test.each(['training-time', 'folded'] as const)(
		'in the %s form hold just what a whole run gives',
		async (form) => {
			const frame = await engine.frame({ ...request, form });
			const run = await engine.run(normalize(moving), form);
			expect(frame.logits).toEqual(run.logits);
			// Not a look into the backend's memory, all of which would be sent with it.
			expect(frame.logits.buffer.byteLength).toBe(frame.logits.byteLength);
			const { milliseconds, ...numbers } = frame.layer;
			expect(run.layers.find(({ name }) => name === request.layer)).toMatchObject(numbers);
			expect(milliseconds).toBeGreaterThan(0);
			const maps = await engine.maps(request.layer);
			const { rows, columns } = frame.sheet.shape;
			const plane = rows * columns;
			expect(frame.sheet.values).toEqual(maps.data.slice(plane, 2 * plane));
			expect(frame.small).toHaveLength(2);
			expect(frame.small[0]).toMatchObject({ rows: 16, columns: 16 });
		}
	);

	test('of a scene are those of its picture, drawn at the size of the input', async () => {
		const scene = sampleScene(9);
		const drawn = await engine.frame({ ...request, picture: scene });
		expect(drawn.picture).toEqual(drawScene(scene, 32, 32));
		const given = await engine.frame({ ...request, picture: drawScene(scene, 32, 32) });
		expect(drawn.logits).toEqual(given.logits);
	});

	test('hold every map of the network where they are wanted, as the last run has them', async () => {
		const { overview } = await engine.frame({ ...request, form: 'folded', overview: true });
		expect(overview!.maps).toBeGreaterThan(1000);
		await engine.run(normalize(moving), 'folded');
		const rested = await engine.overview();
		// Millions of bytes: compared at once, not one by one.
		const painted = Buffer.from(overview!.picture.rgba);
		expect(painted.equals(Buffer.from(rested.picture.rgba))).toBe(true);
		const bare = (all: Overview) => ({ ...all, picture: { ...all.picture, rgba: null } });
		expect(bare(rested)).toEqual(bare(overview!));
		const { overview: other } = await engine.frame({ ...request, overview: true });
		expect(other!.maps).toBeGreaterThan(overview!.maps);
	});

	test('leave the last run where it was, and no tensor behind', async () => {
		await engine.run(picture, 'training-time');
		const before = await engine.maps(request.layer);
		const tensors = tf.memory().numTensors;
		await engine.frame(request);
		expect(await engine.maps(request.layer)).toEqual(before);
		expect(tf.memory().numTensors).toBe(tensors);
	});

	test('of a layer that the form does not have are refused', async () => {
		const other = engine.frame({ ...request, form: 'folded', layer: 'nowhere' });
		await expect(other).rejects.toThrow('no layer called "nowhere"');
	});
});

describe('networks of this site', () => {
	afterEach(() => void vi.unstubAllGlobals());

	test('load by their card, and replace the network only when they are whole', async () => {
		await engine.start('wasm');
		const bytes = new Uint8Array(await weightFile().arrayBuffer());
		const file = {
			slug: 'small',
			name: 'Small',
			fileName: 'small.safetensors',
			address: 'http://localhost/small.safetensors',
			bytes: bytes.length,
			sha256: await hashBytes(bytes)
		};
		vi.stubGlobal('fetch', async () => new Response(bytes));
		const info = await engine.loadShipped(file, ignoreProgress);
		expect(info).toMatchObject({
			name: 'Small',
			labels: ['ball', 'cube', 'cone'],
			source: { kind: 'shipped', slug: 'small', fileName: 'small.safetensors' },
			sha256: file.sha256
		});
		expect(Object.keys(info.forms)).toEqual(['training-time', 'folded']);
		const input = randomPicture([1, 3, 16, 16], 1);
		const { logits } = await engine.run(input, 'folded');
		vi.stubGlobal('fetch', async () => new Response(bytes.slice(1)));
		await expect(engine.loadShipped(file, ignoreProgress)).rejects.toThrow('incomplete');
		expect((await engine.run(input, 'folded')).logits).toEqual(logits);
	});
});

describe('weight files', () => {
	beforeEach(async () => {
		await engine.start('wasm');
	});

	test('a file brings its table, labels and hash', async () => {
		const info = await engine.loadFile(weightFile(), {}, ignoreProgress);
		expect(info).toMatchObject({
			name: 'small.safetensors',
			classes: 3,
			inputShape: [3, 16, 16],
			labels: ['ball', 'cube', 'cone'],
			source: { kind: 'file', form: 'training-time', branchIsAGuess: false }
		});
		expect(info.sha256).toMatch(/^[0-9a-f]{64}$/);
		const { logits } = await engine.run(randomPicture([1, 3, 16, 16], 1), 'folded');
		expect(logits).toHaveLength(3);
	});

	test('a refused file leaves the loaded network as it was', async () => {
		await engine.loadRandom(NETWORK, 1);
		const before = await engine.run(picture, 'folded');
		const html = new File(['<!doctype html><title>Not found</title>'], 'weights.safetensors');
		await expect(engine.loadFile(html, {}, ignoreProgress)).rejects.toThrow('HTML page');
		expect((await engine.run(picture, 'folded')).logits).toEqual(before.logits);
	});

	test('saved in a folded form, a file cannot give the branches back', async () => {
		await engine.loadFile(weightFile(), {}, ignoreProgress);
		const input = randomPicture([1, 3, 16, 16], 1);
		const { logits } = await engine.run(input, 'folded');
		const folded = new File(
			[Uint8Array.from(await engine.writeFile({ kind: 'safetensors', form: 'folded' }))],
			'folded'
		);
		const info = await engine.loadFile(folded, {}, ignoreProgress);
		expect(Object.keys(info.forms)).toEqual(['folded']);
		expect((await engine.run(input, 'folded')).logits).toEqual(logits);
		await expect(engine.run(input, 'training-time')).rejects.toThrow('cannot be made from it');
	});

	test('the authors’ deploy form can still be folded completely', async () => {
		await engine.loadFile(weightFile(), {}, ignoreProgress);
		const input = randomPicture([1, 3, 16, 16], 1);
		const { logits } = await engine.run(input, 'training-time');
		const deploy = new File(
			[Uint8Array.from(await engine.writeFile({ kind: 'safetensors', form: 'deploy' }))],
			'deploy'
		);
		await engine.loadFile(deploy, {}, ignoreProgress);
		const found = await engine.run(input, 'folded');
		found.logits.forEach((value, index) => expect(value).toBeCloseTo(logits[index]!, 5));
	});

	test('the maps of a run are written under the names of their layers', async () => {
		await engine.loadFile(weightFile(), {}, ignoreProgress);
		const { layers } = await engine.run(randomPicture([1, 3, 16, 16], 1), 'folded');
		const files = unzipSync(await engine.writeFile({ kind: 'npz' }));
		expect(Object.keys(files)).toEqual(layers.map(({ name }) => `${name}.npy`));
		for (const { name } of layers) {
			expect(parseNpy(files[`${name}.npy`]!)).toEqual(await engine.maps(name));
		}
	});

	test('progress reaches 1', async () => {
		const seen: number[] = [];
		await engine.loadFile(weightFile(), {}, ({ done }) => seen.push(done));
		expect(seen.at(-1)).toBe(1);
	});
});

test('a run before anything is loaded says so', async () => {
	await engine.start('cpu');
	await expect(engine.run(picture, 'folded')).rejects.toThrow('No network is loaded yet.');
});
