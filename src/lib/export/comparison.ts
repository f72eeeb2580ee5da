/**
 * The file that `Export comparison (JSON)` writes, format `repghost-notebook-comparison`, version 1: two
 * results as `results.ts` writes them, and how far apart they are.
 */
import * as v from 'valibot';
import { fileStem, makeResults, resultsSchema, type ResultsSource } from './results.ts';

const distance = v.pipe(v.number(), v.finite(), v.minValue(0));
const names = v.array(v.string());

export const comparisonSchema = v.strictObject({
	format: v.literal('repghost-notebook-comparison'),
	version: v.literal(1),
	a: resultsSchema,
	b: resultsSchema,
	/** Null where the two networks have other classes. */
	logits: v.nullable(v.strictObject({ difference: distance, tolerance: distance })),
	/** Layers of one name and one shape: largest |a − b|, and 1e-5 + 1e-5 of the largest |a|. */
	layers: v.array(v.strictObject({ name: v.string(), difference: distance, tolerance: distance })),
	/** Layers of one name and two shapes. */
	otherShape: names,
	onlyA: names,
	onlyB: names,
	/** Medians of runs taken in turns; null where there is one run of each, with its time in a and b. */
	milliseconds: v.nullable(
		v.strictObject({
			a: distance,
			b: distance,
			rounds: v.pipe(v.number(), v.integer(), v.minValue(1))
		})
	)
});

type ComparisonResults = v.InferOutput<typeof comparisonSchema>;

export interface ComparisonSource extends Omit<
	ComparisonResults,
	'format' | 'version' | 'a' | 'b'
> {
	readonly a: ResultsSource;
	readonly b: ResultsSource;
}

/**
 * The text of the file.
 * @throws Error that names the first value which JSON cannot hold (NaN, ±∞) or which does not fit
 */
export function serializeComparison({ a, b, ...differences }: ComparisonSource): string {
	const checked = v.safeParse(comparisonSchema, {
		format: 'repghost-notebook-comparison',
		version: 1,
		a: makeResults(a),
		b: makeResults(b),
		...differences
	});
	if (!checked.success) {
		const [issue] = checked.issues;
		throw new Error(
			`Comparison: ${v.getDotPath(issue)}: expected ${issue.expected ?? 'another value'}, found ${issue.received}.`
		);
	}
	return `${JSON.stringify(checked.output, null, '\t')}\n`;
}

/** `repghost-notebook-RepGhost-folded-and-Ghost-folded.json`. */
export function comparisonFileName({ a, b }: Pick<ComparisonSource, 'a' | 'b'>): string {
	const other = fileStem(b.model.name, b.model.form).replace(/^repghost-notebook-/, '');
	return `${fileStem(a.model.name, a.model.form)}-and-${other}.json`;
}
