/**
 * The file that `Export results (JSON)` writes, format `repghost-notebook-results`, version 1: which
 * network ran on what, and every number it gave. Numbers are float32 values written as doubles, so
 * that they read back to the same float32.
 */
import * as v from 'valibot';
import { topClasses } from '#lib/core/maps/predictions.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const mapShape = v.tuple([count, count, count]);
const finite = v.pipe(v.number(), v.finite());
const milliseconds = v.pipe(finite, v.minValue(0));

/** What a reader of the file may rely on. */
export const resultsSchema = v.strictObject({
	format: v.literal('repghost-notebook-results'),
	version: v.literal(1),
	model: v.strictObject({
		name: v.string(),
		family: v.picklist(['repghostnet', 'ghostnet']),
		width: finite,
		classes: count,
		form: v.picklist(['training-time', 'folded']),
		parameters: count,
		/** For one picture of the input's shape. */
		macs: count,
		weights: v.strictObject({
			/** `pseudo-random, seed 1`, or the file's name. */
			source: v.string(),
			sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
		})
	}),
	input: v.strictObject({
		kind: v.picklist(['sample', 'file', 'tensor', 'camera', 'drawing']),
		/** [channels, rows, columns]. */
		shape: mapShape,
		name: v.string()
	}),
	backend: v.string(),
	/** One for each class. */
	logits: v.array(finite),
	/** The five most probable classes, the most probable first. */
	top: v.array(v.strictObject({ index: count, label: v.string(), probability: finite })),
	layers: v.array(
		v.strictObject({
			/** State-dict prefix of timm. */
			name: v.string(),
			op: v.string(),
			/** [channels, rows, columns]; values are taken after BN and ReLU. */
			shape: mapShape,
			min: finite,
			max: finite,
			mean: finite,
			/** Population standard deviation. */
			std: finite,
			/** Null where the backend gives no time for a layer. */
			milliseconds: v.nullable(milliseconds)
		})
	),
	milliseconds
});

export type Results = v.InferOutput<typeof resultsSchema>;

/** Everything in the file but what follows from it. */
export interface ResultsSource extends Pick<Results, 'model' | 'input' | 'backend' | 'layers'> {
	readonly logits: Float32Array;
	/** Names of the classes; null: `class 417`. */
	readonly labels: readonly string[] | null;
	readonly milliseconds: number;
}

/**
 * The text of the file.
 * @throws Error that names the first value which JSON cannot hold (NaN, ±∞) or which does not fit
 */
export function serializeResults(source: ResultsSource): string {
	return `${JSON.stringify(makeResults(source), null, '\t')}\n`;
}

/** What the file holds, to be written with more; the same errors. */
export function makeResults(source: ResultsSource): Results {
	const { model, input, backend, layers, milliseconds: time, labels, logits } = source;
	const results = {
		format: 'repghost-notebook-results',
		version: 1,
		model,
		input,
		backend,
		logits: [...logits],
		top: topClasses(logits).map(({ index, probability }) => ({
			index,
			label: labels?.[index] ?? `class ${index}`,
			probability
		})),
		layers,
		milliseconds: time
	};
	const checked = v.safeParse(resultsSchema, results);
	if (!checked.success) {
		const [issue] = checked.issues;
		throw new Error(
			`Results: ${v.getDotPath(issue)}: expected ${issue.expected ?? 'another value'}, found ${issue.received}.`
		);
	}
	return checked.output;
}

/** `repghost-notebook-RepGhostNet-0.5x-folded.json`; only characters that every system takes. */
export function resultsFileName(model: string, form: string): string {
	return `${fileStem(model, form)}.json`;
}

/** A name for a file about a form of a network, without its ending: plain letters, digits, dashes. */
export function fileStem(model: string, form: string): string {
	const safe = model
		.normalize('NFKD')
		.replace(/×/g, 'x')
		.replace(/[^A-Za-z0-9._-]+/g, '-')
		.replace(/^[.-]+|[.-]+$/g, '')
		.slice(0, 80);
	return `repghost-notebook-${safe || 'network'}-${form}`;
}
