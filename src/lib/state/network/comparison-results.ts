/** The file that a comparison is written to. */
import { compareLogits, type Agreement } from '#lib/core/maps/predictions.ts';
import {
	comparisonFileName,
	serializeComparison,
	type ComparisonSource
} from '#lib/export/comparison.ts';
import type { RunDifferences } from './comparison.svelte.ts';
import type { Run } from './held.svelte.ts';
import { resultsOf } from './run-results.ts';

/** The logits of B against those of A; null where they are of other classes. */
export function logitDifference(a: Run, b: Run): Agreement | null {
	const named = (run: Run) => run.network.labels?.join() ?? null;
	const both = named(a) !== null && named(b) !== null;
	if (a.result.logits.length !== b.result.logits.length) return null;
	return both && named(a) !== named(b) ? null : compareLogits(a.result.logits, b.result.logits);
}

/** @throws Error that names the first number which the file cannot hold */
export function exportComparison({ a, b, layers, times }: RunDifferences): {
	fileName: string;
	text: string;
} {
	const logits = logitDifference(a, b);
	const namesOf = (wanted: (layer: (typeof layers)[number]) => boolean) =>
		layers.filter(wanted).map(({ name }) => name);
	const source: ComparisonSource = {
		a: resultsOf(a),
		b: resultsOf(b),
		logits: logits && { difference: logits.difference, tolerance: logits.tolerance },
		layers: layers.flatMap(({ name, difference }) =>
			difference ? [{ name, difference: difference.largest, tolerance: difference.tolerance }] : []
		),
		otherShape: namesOf((layer) => layer.a !== null && layer.b !== null && !layer.comparable),
		onlyA: namesOf((layer) => layer.b === null),
		onlyB: namesOf((layer) => layer.a === null),
		milliseconds: times
	};
	return { fileName: comparisonFileName(source), text: serializeComparison(source) };
}
