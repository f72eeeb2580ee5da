/**
 * Training a shipped network, in pictures a second, beside PyTorch on the same network: whole steps with
 * the optimiser, one thread each, taking turns.
 */
import {
	lastChannels,
	planBottlenecks,
	stemChannels,
	type Architecture
} from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { sizeOf } from '#lib/core/tensor.ts';
import { firstWeights } from '#lib/training/first-weights.ts';
import { RECIPES } from '#lib/training/recipe.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import { Trainer } from '#lib/training/trainer.ts';
import { startPytorch, type Pytorch, type PytorchPlan } from './pytorch.ts';
import type { Measurement } from './report.ts';
import { summarizeSideBySide } from './side-by-side.ts';

const BATCH = 32;
const WARM_UP = 8;
const ROUNDS = 40;

function pytorchPlan(architecture: Architecture): PytorchPlan {
	const { head, dropout, classes, inputShape } = architecture;
	return {
		stem: stemChannels(architecture),
		bottlenecks: planBottlenecks(architecture).map(
			({ inChannels, midChannels, outChannels, kernel, stride, squeezeExcite }) => [
				...[inChannels, midChannels, outChannels],
				...[kernel, stride, squeezeExcite]
			]
		),
		last: lastChannels(architecture),
		head,
		dropout,
		classes,
		batch: BATCH,
		side: inputShape[1]
	};
}

/** Our own trainer on one batch of noise, and how many numbers it learns. */
function prepareTrainer(architecture: Architecture) {
	const graph = buildNetwork(architecture, 'training-time');
	const recipe = { ...RECIPES.shipped, batch: BATCH };
	const start = { step: 0, weights: firstWeights(graph, 1), velocities: new Map() };
	const trainer = new Trainer(graph, recipe, start);
	const [, side] = architecture.inputShape;
	const batch = {
		values: randomPicture([BATCH, 3, side, side], 1).data,
		labels: Int32Array.from({ length: BATCH }, (_, index) => index % architecture.classes),
		count: BATCH,
		side
	};
	const parameters = [...graphParameters(graph).values()]
		.filter(({ role }) => role === 'weight' || role === 'bias')
		.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
	return { trainer, parameters, step: () => trainer.train(batch) };
}

/** Seconds of a step of each, round by round. */
async function timeSteps(
	step: () => Promise<unknown>,
	pytorch: Pytorch | null
): Promise<{ ours: number[]; theirs: number[] }> {
	const ours: number[] = [];
	const theirs: number[] = [];
	for (let round = -WARM_UP; round < ROUNDS; round++) {
		const started = performance.now();
		await step();
		const seconds = (performance.now() - started) / 1000;
		const other = await pytorch?.step();
		if (round < 0) continue;
		ours.push(seconds);
		if (other !== undefined) theirs.push(other);
	}
	return { ours, theirs };
}

/** On the wasm backend with the training kernels, which must be running. */
export async function measureTraining(): Promise<Measurement> {
	const { architecture, name } = SHIPPED_NETWORKS[0]!;
	const pytorch = await startPytorch(pytorchPlan(architecture));
	const { trainer, parameters, step } = prepareTrainer(architecture);
	try {
		if (pytorch && pytorch.parameters !== parameters) {
			throw new Error(
				`PyTorch: expected the same network with ${parameters} parameters, found ${pytorch.parameters}.`
			);
		}
		const { ours, theirs } = await timeSteps(step, pytorch);
		const perSecond = (list: readonly number[]) => list.map((seconds) => BATCH / seconds);
		const rows = summarizeSideBySide(
			new Map([
				...(pytorch
					? [[`PyTorch ${pytorch.version}, default layout`, perSecond(theirs)] as const]
					: []),
				['TensorFlow.js wasm with the training kernels', perSecond(ours)] as const
			])
		);
		const table = {
			title: `Training ${name}, batches of ${BATCH}, one thread each; ratio to the first`,
			unit: 'pictures/s',
			rows
		};
		if (pytorch) return { tables: [table], ratios: { train_pytorch_default: rows[1]!.ratio } };
		const note =
			'PyTorch is not installed here, so train_pytorch_default is left out (Debian: python3-torch).';
		return { tables: [table], notes: [note] };
	} finally {
		pytorch?.stop();
		trainer.dispose();
	}
}
