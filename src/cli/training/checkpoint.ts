/**
 * A training on disk, as a safetensors file: tensors in float32, everything else as JSON in its
 * metadata. What is read back goes on to the same bits.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { StateDict } from '#lib/core/tensor.ts';
import { readSafetensors, serializeSafetensors } from '#lib/export/safetensors.ts';
import type { TrainingState } from '#lib/training/train-network.ts';

const KEY = 'repghost-notebook-training';
const WEIGHTS = 'weights/';
const VELOCITIES = 'velocities/';

/** What a checkpoint may be gone on with. */
interface CheckpointOwner {
	/** Architecture, recipe and generator in one text: equal texts lead to equal weights. */
	readonly plan: string;
	/** Seconds of training so far, in all sittings. */
	readonly seconds: number;
}

const schema = v.object({
	plan: v.string(),
	seconds: v.number(),
	step: v.pipe(v.number(), v.integer(), v.minValue(0)),
	lossOfEpoch: v.number(),
	curves: v.object({
		loss: v.array(v.number()),
		accuracy: v.array(v.number()),
		learningRate: v.array(v.number())
	})
});

export function writeCheckpoint(
	path: string,
	{ trainer, curves, lossOfEpoch }: TrainingState,
	owner: CheckpointOwner
): void {
	const tensors = new Map([
		...prefixed(WEIGHTS, trainer.weights),
		...prefixed(VELOCITIES, trainer.velocities)
	]);
	const said = { ...owner, step: trainer.step, lossOfEpoch, curves };
	const bytes = serializeSafetensors(tensors, { metadata: { [KEY]: JSON.stringify(said) } });
	// A process that is killed while it writes leaves the checkpoint of before.
	writeFileSync(`${path}.new`, bytes);
	renameSync(`${path}.new`, path);
}

/**
 * The checkpoint at `path`; null when there is none.
 *
 * @throws Error when it belongs to another network, recipe or generator
 */
export function readCheckpoint(
	path: string,
	plan: string
): { readonly state: TrainingState; readonly seconds: number } | null {
	if (!existsSync(path)) return null;
	const { tensors, metadata } = readSafetensors(new Uint8Array(readFileSync(path)));
	const said = v.parse(schema, JSON.parse(metadata.get(KEY) ?? 'null'));
	if (said.plan !== plan) {
		throw new Error(
			`${path}: expected a checkpoint of this network, recipe and picture generator, found one of another. Add --fresh to start over.`
		);
	}
	const { step, curves, lossOfEpoch, seconds } = said;
	const trainer = {
		step,
		weights: unprefixed(WEIGHTS, tensors),
		velocities: unprefixed(VELOCITIES, tensors)
	};
	return { state: { trainer, curves, lossOfEpoch }, seconds };
}

function prefixed(
	prefix: string,
	tensors: StateDict
): [string, NonNullable<ReturnType<StateDict['get']>>][] {
	return [...tensors].map(([key, tensor]) => [prefix + key, tensor]);
}

function unprefixed(prefix: string, tensors: StateDict): StateDict {
	return new Map(
		[...tensors]
			.filter(([key]) => key.startsWith(prefix))
			.map(([key, tensor]) => [key.slice(prefix.length), tensor])
	);
}
