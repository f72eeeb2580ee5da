/**
 * The whole way of a published file, from timm's names to logits, against PyTorch's for the same weights
 * and picture; and what the engine refuses.
 */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { randomPicture, randomStateDict, type Gains } from '#lib/core/network/random-weights.ts';
import { NetworkEngine } from '#lib/engine/network-engine.ts';
import type { PublishedFile } from '#lib/engine/protocol.ts';
import { readFixtureJson } from '../support/fixtures.ts';
import { registerNodeBackends } from '../support/tensorflow.ts';
import { timmFile } from '../support/weight-files.ts';

interface LargeCase {
	readonly id: string;
	readonly config: { readonly family: Family; readonly width: number; readonly input: number[] };
	readonly weight_seed: number;
	readonly image_seed: number;
	readonly gains: Gains;
	readonly logits: number[];
	readonly tol: number;
}

registerNodeBackends();

const SLUG = 'repghostnet_050.in1k';
const { cases } = readFixtureJson<{ cases: LargeCase[] }>('pytorch/networks_224.json');
const golden = cases.find(({ config }) => config.family === 'repghostnet' && config.width === 0.5)!;
const graph = buildNetwork(createArchitecture('repghostnet', { width: 0.5 }), 'training-time');
const bytes = timmFile(randomStateDict(graph, golden.weight_seed, golden.gains));

const present = async () => undefined;
const engine = new NetworkEngine(
	{ wasm: present, cpu: present, webgl: present, webgpu: present },
	() => Promise.reject(new Error('no pictures here'))
);

function published(content: Uint8Array<ArrayBuffer>, sha256 = hash(content)): PublishedFile {
	const fileName = `${SLUG}.safetensors`;
	return { slug: SLUG, name: 'RepGhostNet 0.5×', fileName, blob: new Blob([content]), sha256 };
}

const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const ignore = () => undefined;

beforeAll(() => engine.start('wasm'));

describe('a published file', () => {
	test('is named as published, with ImageNet’s classes', async () => {
		const info = await engine.loadPublished(published(bytes), ignore);
		expect(info).toMatchObject({
			name: 'RepGhostNet 0.5×',
			classes: 1000,
			branch: 'bn',
			sha256: hash(bytes),
			source: { kind: 'published', slug: SLUG, bytes: bytes.length }
		});
		expect(info.labels?.[0]).toBe('tench');
		expect(Object.keys(info.forms)).toEqual(['training-time', 'folded']);
	});

	test.each(['training-time', 'folded'] as const)('gives PyTorch’s logits, %s', async (form) => {
		await engine.loadPublished(published(bytes), ignore);
		const [, channels, rows, columns] = golden.config.input;
		const picture = randomPicture([1, channels!, rows!, columns!], golden.image_seed);
		const { logits } = await engine.run(picture, form);
		expect(logits).toHaveLength(1000);
		const largest = Math.max(...golden.logits.map((value, at) => Math.abs(value - logits[at]!)));
		expect(largest).toBeLessThanOrEqual(golden.tol);
	});

	test('takes its names into what is written', async () => {
		await engine.loadPublished(published(bytes), ignore);
		const file = new TextDecoder().decode(
			(await engine.writeFile({ kind: 'safetensors', form: 'folded' })).subarray(0, 100_000)
		);
		expect(file).toContain('great white shark');
	});
});

describe('a file of every published width, by timm’s names', () => {
	test.each(cases.filter(({ config }) => config.width !== 0.5))(
		'$id gives PyTorch’s logits, folded',
		async ({ config, weight_seed, image_seed, gains, logits, tol }) => {
			const architecture = createArchitecture(config.family, { width: config.width });
			const training = buildNetwork(architecture, 'training-time');
			const content = timmFile(randomStateDict(training, weight_seed, gains));
			const file = new File([content], 'model.safetensors');
			const info = await engine.loadFile(file, {}, ignore);
			expect(info).toMatchObject({ family: config.family, width: config.width });
			const [, channels, rows, columns] = config.input;
			const picture = randomPicture([1, channels!, rows!, columns!], image_seed);
			const found = (await engine.run(picture, 'folded')).logits;
			const largest = Math.max(...logits.map((value, at) => Math.abs(value - found[at]!)));
			expect(largest).toBeLessThanOrEqual(tol);
		}
	);
});

test('a kept file that was changed is refused, and the network of before stays', async () => {
	const before = await engine.loadPublished(published(bytes), ignore);
	const changed = bytes.slice();
	changed[changed.length - 1]! ^= 1;
	await expect(engine.loadPublished(published(changed, hash(bytes)), ignore)).rejects.toThrow(
		'expected the SHA-256'
	);
	const picture = randomPicture([1, 3, 32, 32], 1);
	expect((await engine.run(picture, 'folded')).logits).toHaveLength(before.classes);
});

test('a file that holds a number that is none is refused, whatever its hash', async () => {
	const changed = bytes.slice();
	new DataView(changed.buffer).setFloat32(changed.length - 4 * 1000, NaN, true);
	await expect(engine.loadPublished(published(changed), ignore)).rejects.toThrow('found NaN');
});

test('a reader’s own file of a thousand classes has ImageNet’s names, too', async () => {
	const info = await engine.loadFile(new File([bytes], 'own.safetensors'), {}, ignore);
	expect(info.labels?.[999]).toBe('toilet tissue');
});
