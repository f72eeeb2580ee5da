/** Any number of a run, followed to the picture, on TensorFlow.js itself. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leadsToPicture, towardsPicture } from '#lib/core/follow/follow-on.ts';
import { combine } from '#lib/core/follow/follow-term.ts';
import type { FollowedValue, GraphSource } from '#lib/core/follow/follow-run.ts';
import { INPUT, type Graph } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { inferShapes } from '#lib/core/shapes.ts';
import { registerNodeBackends } from '../../../tests/support/tensorflow.ts';
import { NetworkEngine } from './network-engine.ts';
import type { NetworkInfo, RandomNetwork, ShownForm } from './protocol.ts';

registerNodeBackends();

const present = async () => undefined;
const missing = async () => {
	throw new Error('not here');
};

const picture = randomPicture([1, 3, 32, 32], 1);
let engine: NetworkEngine;

beforeEach(async () => {
	engine = new NetworkEngine(
		{ wasm: present, cpu: present, webgl: missing, webgpu: missing },
		missing
	);
	await engine.start('wasm');
});

afterEach(async () => {
	// Changing the backend frees the weights; nothing else may be left.
	await engine.start('wasm');
	expect(tf.memory().numTensors).toBe(0);
});

async function load(family: RandomNetwork['family'] = 'repghostnet'): Promise<NetworkInfo> {
	return engine.loadRandom({ family, width: 0.5, classes: 10, inputShape: [3, 32, 32] }, 1);
}

const graphOf = (info: NetworkInfo, form: ShownForm): Graph =>
	buildNetwork(info.architecture, form);

/** The way from a number to the picture along the largest term that leads on. */
async function wayDown(from: GraphSource): Promise<FollowedValue[]> {
	const way: FollowedValue[] = [];
	for (let source: GraphSource | null = from; source !== null;) {
		const followed: FollowedValue = await engine.follow(source);
		way.push(followed);
		source = towardsPicture(followed, leadsToPicture);
	}
	return way;
}

describe.each(['training-time', 'folded'] as const)('in the %s form', (form) => {
	test.each(['repghostnet', 'ghostnet'] as const)(
		'the first value of every operation of %s is what its terms give',
		async (family) => {
			const graph = graphOf(await load(family), form);
			await engine.run(picture, form);
			const shapes = inferShapes(graph, [1, 3, 32, 32]);
			const kinds = new Set<string>();
			for (const { name, operation } of graph.nodes) {
				if (kinds.has(operation.kind) && graph.nodes.length > 200) continue;
				kinds.add(operation.kind);
				const [, channels, rows, columns] = shapes.get(name)!;
				const place = [0, channels - 1, rows - 1, columns - 1] as const;
				const followed = await engine.follow({ kind: 'value', node: name, place });
				const tolerance = 1e-4 * Math.max(1, Math.abs(followed.value));
				expect(Math.abs(combine(followed) - followed.value)).toBeLessThan(tolerance);
				expect(followed.terms.length).toBeGreaterThan(0);
			}
			expect(kinds).toContain(family === 'ghostnet' ? 'concat' : 'add');
			expect(kinds).toContain('multiply');
		}
	);

	test('a logit leads down to a pixel, each step beginning with the number of the one before', async () => {
		await load();
		const { logits } = await engine.run(picture, form);
		const before = tf.memory().numTensors;
		const way = await wayDown({ kind: 'value', node: 'classifier', place: [0, 3, 0, 0] });
		expect(way[0]!.value).toBe(logits[3]);
		way.slice(1).forEach(({ source, value }, index) => {
			const factors = way[index]!.terms.flatMap((term) => term.factors);
			const from = factors.find((factor) => factor.source === source);
			expect(from?.value).toBeCloseTo(value, 6);
		});
		const last = way.at(-1)!;
		expect(last).toMatchObject({ rule: 'given', source: { node: INPUT } });
		expect(picture.data).toContain(last.value);
		expect(way.length).toBeGreaterThan(40);
		expect(tf.memory().numTensors).toBe(before);
	});

	test('a layer’s value is the one that its map shows', async () => {
		await load();
		await engine.run(picture, form);
		const { shape, data } = await engine.maps('blocks.1.0.ghost1');
		const [, , rows = 0, columns = 0] = shape;
		const node = graphOf(await load(), form).layers.find(
			({ name }) => name === 'blocks.1.0.ghost1'
		)!.output;
		await engine.run(picture, form);
		const followed = await engine.follow({ kind: 'value', node, place: [0, 2, 1, 3] });
		expect(followed.value).toBe(data[(2 * rows + 1) * columns + 3]);
	});
});

test('a number that is not there is refused in one sentence, and nothing is left behind', async () => {
	await expect(engine.follow({ kind: 'weight', key: 'x', index: 0 })).rejects.toThrow('No network');
	await load();
	await expect(engine.follow({ kind: 'weight', key: 'x', index: 0 })).rejects.toThrow(
		'No picture has been run yet.'
	);
	await engine.run(picture, 'folded');
	const source = { kind: 'value', node: 'nowhere', place: [0, 0, 0, 0] } as const;
	await expect(engine.follow(source)).rejects.toThrow('no node called "nowhere"');
});

test('weights come by their keys, in either form', async () => {
	await load();
	const key = 'blocks.0.0.ghost1.cheap_operation';
	const own = await engine.weights([`${key}.0.weight`], 'training-time');
	const folded = await engine.weights([`${key}.weight`, `${key}.bias`], 'folded');
	expect(own.get(`${key}.0.weight`)!.shape).toEqual(folded.get(`${key}.weight`)!.shape);
	expect(folded.get(`${key}.bias`)!.shape).toEqual([own.get(`${key}.0.weight`)!.shape[0]]);
	await expect(engine.weights([`${key}.weight`], 'training-time')).rejects.toThrow(
		`no tensor called "${key}.weight"`
	);
});
