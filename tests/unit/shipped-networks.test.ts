/** The networks as they are shipped: what their cards say is true of the files, and of this project. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import { describeForm } from '#lib/core/cost/form-info.ts';
import type { Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { parseModelCard } from '#lib/export/model-card.ts';
import { bytesSource, openWeightFile, type WeightFile } from '#lib/export/weight-file.ts';
import { disposeWeights, uploadWeights } from '#lib/model/layout.ts';
import { STYLES } from '#lib/pictures/scenes/scene.ts';
import { examine, predict } from '#lib/training/examine.ts';
import { SHIPPED } from '#lib/state/weights/models.ts';
import { drawPictures, type PictureSet } from '#lib/training/pictures.ts';
import { RECIPES } from '#lib/training/recipe.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import { turnedScene } from '#lib/training/turned-scene.ts';
import { slugs } from '../../src/cli/train.mjs';
import { useBackend } from '../support/tensorflow.ts';

const folder = path.resolve(import.meta.dirname, '../../static/networks');
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
const cardOf = (slug: string) => parseModelCard(new TextDecoder().decode(read(`${slug}.json`)));

/** Enough of the unseen pictures to notice a damaged network; the trainer examined on all. */
const pictures = drawPictures({ ...RECIPES.shipped.testSeeds, count: 300 }, RECIPES.shipped.side);

const turned = drawPictures(
	{ ...RECIPES.shipped.testSeeds, count: 300 },
	RECIPES.shipped.side,
	turnedScene
);

async function predictWith(file: WeightFile, form: Form, set: PictureSet): Promise<Uint8Array> {
	const graph = buildNetwork(file.architecture, form);
	const stored = buildNetwork(file.architecture, file.form);
	const weights = uploadWeights(graph, foldStateDict(stored, file.state, form));
	const answers = await predict(graph, weights, set);
	disposeWeights(weights);
	return answers;
}

/** Of what the generator draws today. */
const fingerprint = createHash('sha256')
	.update(drawPictures({ ...RECIPES.shipped.trainingSeeds, count: 500 }, RECIPES.shipped.side).rgb)
	.digest('hex');

test('the program trains just these networks', () => {
	expect(slugs).toEqual(SHIPPED_NETWORKS.map(({ slug }) => slug));
});

test('the menu offers just these networks', () => {
	expect(SHIPPED.map(({ slug, label }) => ({ slug, name: label }))).toEqual(
		SHIPPED_NETWORKS.map(({ slug, name }) => ({ slug, name }))
	);
});

test('the RepGhost network clears its bar', () => {
	const { byStyle } = cardOf('scenes-repghost').accuracy;
	expect(byStyle.shaded).toBeGreaterThanOrEqual(0.97);
	expect(byStyle.lines).toBeGreaterThanOrEqual(0.9);
});

describe.each(SHIPPED_NETWORKS)('$slug', ({ slug, name, architecture }) => {
	useBackend('wasm');
	const bytes = read(`${slug}.safetensors`);
	const card = cardOf(slug);

	test('the file is the one its card describes, and small', () => {
		expect(card).toMatchObject({ slug, name, architecture });
		expect(card.file.bytes).toBe(bytes.length);
		expect(card.file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
		expect(bytes.length).toBeLessThanOrEqual(320_000);
		for (const form of ['training-time', 'folded'] as const) {
			const { parameters, macs } = describeForm(architecture, form);
			expect(card.counts[form]).toEqual({ parameters, macs });
		}
	});

	test('it was trained by this recipe on these pictures', () => {
		const { seed, epochs, batch, peakRate, weightDecay, trainingSeeds, testSeeds } =
			RECIPES.shipped;
		expect(card.recipe).toMatchObject({ seed, epochs, batch, weightDecay });
		expect(card.recipe.learningRate).toBe(peakRate);
		expect(card.data.trainingSeeds).toEqual([trainingSeeds.first, trainingSeeds.count]);
		expect(card.data.testSeeds).toEqual([testSeeds.first, testSeeds.count]);
		expect(card.data.generator).toContain(fingerprint);
		expect(card.curves.epoch).toHaveLength(epochs);
	});

	test('the shares follow from the table of answers', () => {
		const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
		const right = sum(card.confusion.map((row, index) => row[index]!));
		expect(sum(card.confusion.flat())).toBe(RECIPES.shipped.testSeeds.count);
		expect(card.accuracy.all).toBe(right / RECIPES.shipped.testSeeds.count);
		card.classes.forEach((label, index) => {
			const row = card.confusion[index]!;
			expect(card.accuracy.byClass[label]).toBe(row[index]! / sum(row));
		});
	});

	test.each(['training-time', 'folded'] as const)('%s: as right as the card says', async (form) => {
		const file = await openWeightFile(bytesSource(bytes));
		const { all, byStyle } = examine(pictures, await predictWith(file, form, pictures));
		// A few of 300 pictures more or fewer than of all 5,000 are chance.
		expect(Math.abs(all - card.accuracy.all)).toBeLessThan(0.015);
		for (const style of Object.keys(STYLES) as (keyof typeof STYLES)[]) {
			expect(Math.abs(byStyle[style] - card.accuracy.byStyle[style])).toBeLessThan(0.04);
		}
		const beyond = examine(turned, await predictWith(file, form, turned)).all;
		expect(Math.abs(beyond - card.accuracy.turned)).toBeLessThan(0.08);
	});
});
