/**
 * The whole way of a practitioner, against PyTorch: a weight file and a tensor go into the page, and
 * the exported JSON holds the logits that PyTorch gives, in both forms.
 */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';
import * as ort from 'onnxruntime-web';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { randomPicture, randomStateDict, type Gains } from '#lib/core/network/random-weights.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { serializeNpy } from '#lib/export/npy.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';

interface Fixture {
	readonly id: string;
	readonly config: { family: Family; width: number; num_classes: number; input: number[] };
	readonly weight_seed: number;
	readonly gains: Gains;
	readonly runs: readonly {
		readonly image_seed: number;
		readonly logits: readonly (readonly number[])[];
		readonly logits_summary: { readonly tol: number };
		readonly taps: Record<string, { mean: number; std: number; shape: number[]; tol: number }>;
	}[];
}

interface Results {
	readonly model: { readonly form: string; readonly parameters: number };
	readonly backend: string;
	readonly logits: readonly number[];
	readonly layers: readonly { name: string; shape: number[]; mean: number; std: number }[];
}

const fixtures = (
	JSON.parse(
		await readFile(new URL('../fixtures/pytorch/networks.json', import.meta.url), 'utf8')
	) as { cases: Fixture[] }
).cases;

/** A file as PyTorch users have it: training-time names, no configuration. */
function weightFile({ config, weight_seed, gains }: Fixture): Buffer {
	const architecture = createArchitecture(config.family, {
		width: config.width,
		classes: config.num_classes
	});
	const graph = buildNetwork(architecture, 'training-time');
	return Buffer.from(serializeSafetensors(new Map(randomStateDict(graph, weight_seed, gains))));
}

/** [1, C, H, W]. */
function pictureOf({ input }: Fixture['config'], seed: number): Tensor {
	const [, channels = 3, rows = 0, columns = 0] = input;
	return randomPicture([1, channels, rows, columns], seed);
}

function tensorFile(config: Fixture['config'], seed: number): Buffer {
	const { shape, data } = pictureOf(config, seed);
	return Buffer.from(serializeNpy({ shape: shape.slice(1), data }));
}

async function exportResults(page: Page): Promise<Results> {
	const button = page.getByRole('button', { name: 'Export results (JSON)' });
	await expect(button).toBeEnabled({ timeout: 30_000 });
	const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
	return JSON.parse(await readFile(await download.path(), 'utf8')) as Results;
}

/** Downloads the network as ONNX and runs it in another runtime, on the same tensor. */
async function runOnnx(page: Page, input: Tensor): Promise<Float32Array> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Network (ONNX)' }).click()
	]);
	const session = await ort.InferenceSession.create(await readFile(await download.path()));
	const picture = new ort.Tensor('float32', input.data, [...input.shape]);
	const { classifier } = await session.run({ input: picture });
	return classifier!.data as Float32Array;
}

const TAP_LAYERS: Record<string, string> = {
	stem: 'conv_stem',
	pool: 'global_pool',
	head: 'conv_head'
};

for (const fixture of fixtures) {
	test(`${fixture.id}: logits and layers are PyTorch's in both forms`, async ({ page }) => {
		await page.goto('./network/');
		await page.getByLabel('Weights file').setInputFiles({
			name: `${fixture.id}.safetensors`,
			mimeType: 'application/octet-stream',
			buffer: weightFile(fixture)
		});
		const run = fixture.runs[0]!;
		await page.getByLabel('Picture or tensor').setInputFiles({
			name: 'picture.npy',
			mimeType: 'application/octet-stream',
			buffer: tensorFile(fixture.config, run.image_seed)
		});
		for (const [label, form] of [
			['Training-time', 'training-time'],
			['Folded', 'folded']
		] as const) {
			await page.getByRole('group', { name: 'Form' }).getByText(label, { exact: true }).click();
			await expect
				.poll(async () => (await exportResults(page)).model.form, { timeout: 30_000 })
				.toBe(form);
			const results = await exportResults(page);
			expect(results.logits).toHaveLength(fixture.config.num_classes);
			results.logits.forEach((value, index) => {
				expect(Math.abs(value - run.logits[0]![index]!)).toBeLessThanOrEqual(
					run.logits_summary.tol
				);
			});
			const layers = new Map(results.layers.map((layer) => [layer.name, layer]));
			for (const [tap, { mean, std, shape, tol }] of Object.entries(run.taps)) {
				const layer = layers.get(TAP_LAYERS[tap] ?? tap)!;
				expect(layer.shape, tap).toEqual(shape.slice(1));
				expect(Math.abs(layer.mean - mean), tap).toBeLessThanOrEqual(tol);
				expect(Math.abs(layer.std - std), tap).toBeLessThanOrEqual(tol);
			}
		}
		const elsewhere = await runOnnx(page, pictureOf(fixture.config, run.image_seed));
		elsewhere.forEach((value, index) => {
			expect(Math.abs(value - run.logits[0]![index]!)).toBeLessThanOrEqual(run.logits_summary.tol);
		});
	});
}
