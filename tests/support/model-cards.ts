/** Model cards for tests: a small network of three classes. */
import type { ModelCard } from '#lib/export/model-card.ts';
import { SMALL_ARCHITECTURE } from './weight-files.ts';

export function sampleCard(changes: Partial<ModelCard> = {}): ModelCard {
	return {
		format: 'repghost-notebook-model-card',
		version: 1,
		name: 'Small RepGhost',
		slug: 'small-repghost',
		file: { name: 'small-repghost.safetensors', bytes: 4096, sha256: 'a'.repeat(64), dtype: 'F16' },
		architecture: SMALL_ARCHITECTURE,
		parameters: 900,
		macs: 40_000,
		counts: {
			'training-time': { parameters: 1000, macs: 45_000 },
			folded: { parameters: 900, macs: 40_000 }
		},
		classes: ['ball', 'cube', 'cone'],
		data: { generator: 'scenes 1', trainingSeeds: [1, 200], testSeeds: [1001, 30] },
		recipe: {
			seed: 1,
			epochs: 2,
			batch: 32,
			optimiser: 'SGD',
			learningRate: 0.1,
			schedule: 'up and down in straight lines',
			weightDecay: 1e-4,
			labelSmoothing: 0.05,
			augmentation: 'none'
		},
		curves: {
			epoch: [1, 2],
			loss: [1.5, 0.25],
			testLoss: [1.25, 0.5],
			accuracy: [0.5, 0.9],
			learningRate: [0.1, 0.05]
		},
		accuracy: {
			all: 0.9,
			byStyle: { shaded: 1, flat: 0.9, lines: 0.8 },
			turned: 0.7,
			byClass: { ball: 1, cube: 0.9, cone: 0.8 }
		},
		confusion: [
			[10, 0, 0],
			[0, 9, 1],
			[1, 1, 8]
		],
		trainedWith: { seconds: 12.5, examplesPerSecond: 300, backend: 'wasm', node: '20.20.2' },
		...changes
	};
}
