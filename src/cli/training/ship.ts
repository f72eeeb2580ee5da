/** The end of a training: the file that is shipped, examined as it is, and its model card. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describeForm } from '#lib/core/cost/form-info.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { serializeModelCard, type ModelCard } from '#lib/export/model-card.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { weightMetadata } from '#lib/export/weight-config.ts';
import { bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { disposeWeights, uploadWeights } from '#lib/model/layout.ts';
import { SUBJECTS } from '#lib/pictures/scenes/scene.ts';
import { examine, predict, type Examination } from '#lib/training/examine.ts';
import { drawPictures, type PictureSet } from '#lib/training/pictures.ts';
import type { Recipe, SeedRange } from '#lib/training/recipe.ts';
import type { ShippedNetwork } from '#lib/core/network/shipped-networks.ts';
import type { TrainingState } from '#lib/training/train-network.ts';
import { turnedScene } from '#lib/training/turned-scene.ts';

/** Class names as a reader sees them. */
const LABELS = SUBJECTS.map((subject) => subject.replaceAll('-', ' '));

interface Shipment {
	readonly network: ShippedNetwork;
	readonly recipe: Recipe;
	/** What the network learned from. */
	readonly training: PictureSet;
	readonly state: TrainingState;
	readonly seconds: number;
}

/** Writes `<slug>.safetensors` and `<slug>.json` into `folder`; returns what the examination found. */
export async function ship(
	shipment: Shipment,
	test: PictureSet,
	folder: string
): Promise<Examination> {
	const { network, state } = shipment;
	const bytes = serializeSafetensors(state.trainer.weights, {
		dtype: 'F16',
		metadata: weightMetadata(network.architecture, 'training-time', LABELS)
	});
	const turned = drawPictures(shipment.recipe.testSeeds, test.side, turnedScene);
	const [examination, beyond] = await examineFile(bytes, [test, turned]);
	writeFileSync(join(folder, `${network.slug}.safetensors`), bytes);
	const card = describe(shipment, examination!, beyond!.all, bytes);
	writeFileSync(join(folder, `${network.slug}.json`), serializeModelCard(card));
	return examination!;
}

/** The file's own weights on each set of pictures, read as a reader's browser reads them. */
async function examineFile(bytes: Uint8Array, sets: readonly PictureSet[]): Promise<Examination[]> {
	const { architecture, form, state } = await openWeightFile(bytesSource(bytes));
	const graph = buildNetwork(architecture, form);
	const weights = uploadWeights(graph, state);
	const examinations: Examination[] = [];
	for (const set of sets) examinations.push(examine(set, await predict(graph, weights, set)));
	disposeWeights(weights);
	return examinations;
}

function describe(
	shipment: Shipment,
	examination: Examination,
	turned: number,
	bytes: Uint8Array
): ModelCard {
	const { network, recipe, training, state, seconds } = shipment;
	const { slug, name, architecture } = network;
	const { all, byStyle, byClass, confusion } = examination;
	const { loss, accuracy, learningRate } = state.curves;
	const counts = mapForms((form) => {
		const { parameters, macs } = describeForm(architecture, form);
		return { parameters, macs };
	});
	return {
		format: 'repghost-notebook-model-card',
		version: 1,
		...{ name, slug, architecture, counts, ...counts.folded },
		file: {
			name: `${slug}.safetensors`,
			bytes: bytes.length,
			sha256: bytesToHex(sha256(bytes)),
			dtype: 'F16'
		},
		classes: LABELS,
		data: {
			generator: `the scenes of this project; sha256 of its first ${FINGERPRINT_PICTURES} training pictures: ${fingerprint(training)}`,
			trainingSeeds: asPair(recipe.trainingSeeds),
			testSeeds: asPair(recipe.testSeeds)
		},
		recipe: describeRecipe(recipe),
		curves: {
			epoch: loss.map((_, epoch) => epoch + 1),
			...{ loss: [...loss], accuracy: [...accuracy], learningRate: [...learningRate] }
		},
		accuracy: {
			all,
			byStyle,
			turned,
			byClass: Object.fromEntries(SUBJECTS.map((subject, at) => [LABELS[at]!, byClass[subject]]))
		},
		confusion: confusion.map((row) => [...row]),
		trainedWith: {
			seconds,
			examplesPerSecond: (state.trainer.step * recipe.batch) / seconds,
			backend: 'TensorFlow.js wasm, one thread, with the training kernels of this project',
			node: process.versions.node
		}
	};
}

/** So many pictures tell one generator from another. */
const FINGERPRINT_PICTURES = 500;

function fingerprint({ rgb, side }: PictureSet): string {
	return bytesToHex(sha256(rgb.subarray(0, FINGERPRINT_PICTURES * side * side * 3)));
}

const mapForms = <Value>(of: (form: 'training-time' | 'folded') => Value) => ({
	'training-time': of('training-time'),
	folded: of('folded')
});

const asPair = ({ first, count }: SeedRange): [number, number] => [first, count];

function describeRecipe(recipe: Recipe): ModelCard['recipe'] {
	const { seed, epochs, batch, weightDecay, labelSmoothing, shift, mirror, warmUp } = recipe;
	const { first, count } = recipe.validationSeeds;
	return {
		...{ seed, epochs, batch, weightDecay, labelSmoothing },
		optimiser: `gradient descent with momentum ${recipe.momentum}`,
		learningRate: recipe.peakRate,
		schedule: `a straight line up in the first ${100 * warmUp} % of the steps, then down to 0`,
		augmentation: `moved by up to ${shift} pixels${mirror ? ', half of them mirrored' : ''}`,
		validation: `the pictures of ${count} seeds from ${first} on, after each epoch`
	};
}
