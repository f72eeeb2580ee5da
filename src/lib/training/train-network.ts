/**
 * A whole training, from the first step or from a state taken on the way, as a sequence of small
 * pieces: whoever drives it reports progress, writes checkpoints, or stops between any two steps.
 */
import type { Architecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { firstWeights } from './first-weights.ts';
import { examine, predict } from './examine.ts';
import { epochOrder, trainingBatch, type PictureSet } from './pictures.ts';
import { learningRateAt, stepsPerEpoch, totalSteps, type Recipe } from './recipe.ts';
import { Trainer, type TrainerState } from './trainer.ts';

/** What is known after each epoch; lists of one length. */
interface Curves {
	/** Mean over the steps of the epoch, on pictures as moved and mirrored. */
	readonly loss: readonly number[];
	/** Share of right answers on the validation pictures. */
	readonly accuracy: readonly number[];
	/** Of the epoch's last step. */
	readonly learningRate: readonly number[];
}

/** A training between two steps: with this and the pictures, the rest follows bit for bit. */
export interface TrainingState {
	readonly trainer: TrainerState;
	readonly curves: Curves;
	/** Sum of the losses of the steps of the present epoch. */
	readonly lossOfEpoch: number;
}

interface TrainingPlan {
	readonly architecture: Architecture;
	readonly recipe: Recipe;
	readonly training: PictureSet;
	readonly validation: PictureSet;
}

export interface StepReport {
	/** Steps done, from 1. */
	readonly step: number;
	readonly steps: number;
	readonly epoch: number;
	readonly loss: number;
	readonly curves: Curves;
	/** Takes the state out, for a checkpoint or the end. */
	readonly state: () => Promise<TrainingState>;
}

const NO_CURVES: Curves = { loss: [], accuracy: [], learningRate: [] };

/**
 * Trains and yields after every step; ending the generator early frees everything.
 *
 * @param from where to go on; null: from the recipe's first weights
 */
export async function* trainNetwork(
	{ architecture, recipe, training, validation }: TrainingPlan,
	from: TrainingState | null
): AsyncGenerator<StepReport, void> {
	const graph = buildNetwork(architecture, 'training-time');
	const start = from?.trainer ?? {
		step: 0,
		weights: firstWeights(graph, recipe.seed),
		velocities: new Map()
	};
	const trainer = new Trainer(graph, recipe, start);
	let curves = from?.curves ?? NO_CURVES;
	let lossOfEpoch = from?.lossOfEpoch ?? 0;
	const perEpoch = stepsPerEpoch(recipe);
	const steps = totalSteps(recipe);
	let ordered = -1;
	let order = new Uint32Array();
	try {
		while (trainer.step < steps) {
			const epoch = Math.floor(trainer.step / perEpoch);
			if (epoch !== ordered) order = epochOrder(training.count, recipe.seed, epoch);
			ordered = epoch;
			const at = { inEpoch: trainer.step % perEpoch, overall: trainer.step };
			const loss = await trainer.train(trainingBatch(training, order, at, recipe));
			lossOfEpoch += loss;
			if (trainer.step % perEpoch === 0) {
				const answers = await predict(graph, trainer.weights, validation);
				curves = {
					loss: [...curves.loss, lossOfEpoch / perEpoch],
					accuracy: [...curves.accuracy, examine(validation, answers).all],
					learningRate: [...curves.learningRate, learningRateAt(at.overall, recipe)]
				};
				lossOfEpoch = 0;
			}
			const [now, sum] = [curves, lossOfEpoch];
			yield {
				step: trainer.step,
				steps,
				epoch,
				loss,
				curves,
				state: async () => ({ trainer: await trainer.state(), curves: now, lossOfEpoch: sum })
			};
		}
	} finally {
		trainer.dispose();
	}
}
