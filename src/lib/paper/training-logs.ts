/** Accuracy by epoch of the eight published trainings, from the authors' logs. */
import * as v from 'valibot';
import logs from './training-curves.json';

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const curve = v.array(percent);

const logSchema = v.pipe(
	v.object({
		epochs: v.pipe(v.number(), v.integer()),
		/** Validation top-1 of the averaged weights (EMA), and training top-1; in percent, by epoch. */
		val_top1_ema: curve,
		train_top1: curve,
		best_ema: percent,
		best_ema_epoch: v.pipe(v.number(), v.integer())
	}),
	v.check(
		({ epochs, val_top1_ema: ema, train_top1: train }) =>
			ema.length === epochs && train.length === epochs,
		'a value for each epoch'
	)
);

type TrainingLog = v.InferOutput<typeof logSchema>;

/** By width: `0.58x`. */
export const trainingLogs: ReadonlyMap<string, TrainingLog> = new Map(
	Object.entries(logs.models).map(([width, log]) => [width, v.parse(logSchema, log)])
);
