/** The numbers in the three formulas, and each formula as a sentence for those who hear it. */
import { BATCH_NORM_EPSILON } from '#lib/core/graph.ts';
import { formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { operand, relation, shown } from '../live/shown.ts';
import type { Line, Setting } from './batch-norm-line.ts';

type Words = Strings['batchNorm'];

interface FilledFormula {
	/** By the name of the slot in the `.tex` file. */
	readonly values: Readonly<Record<string, string>>;
	readonly sentence: string;
}

/** y = γ(x − μ)/√(σ² + ε) + β. */
export function lineFormula({ gamma, beta, mean, variance }: Setting, words: Words): FilledFormula {
	const values = {
		gamma: formatValue(gamma),
		beta: operand(beta),
		mean: operand(mean),
		variance: formatValue(variance)
	};
	const root = formatValue(Math.sqrt(variance + BATCH_NORM_EPSILON));
	const sentence = words.formulaSentence(values.gamma, values.mean, root, values.beta);
	return { values, sentence };
}

/** s = γ/√(σ² + ε). */
export function slopeFormula(
	{ gamma, variance }: Pick<Setting, 'gamma' | 'variance'>,
	{ slope }: Pick<Line, 'slope'>,
	words: Words
): FilledFormula {
	const root = Math.sqrt(variance + BATCH_NORM_EPSILON);
	const values = {
		gamma: formatValue(gamma),
		root: formatValue(root),
		equal: relation(shown(gamma) / shown(root), slope),
		slope: formatValue(slope)
	};
	return { values, sentence: words.slopeSentence(values.gamma, values.root, values.slope) };
}

/** t = β − μ·s. */
export function interceptFormula(
	{ beta, mean }: Setting,
	{ slope, intercept }: Line,
	words: Words
): FilledFormula {
	const values = {
		beta: formatValue(beta),
		mean: operand(mean),
		slope: operand(slope),
		equal: relation(shown(beta) - shown(mean) * shown(slope), intercept),
		intercept: formatValue(intercept)
	};
	const sentence = words.interceptSentence(
		values.beta,
		values.mean,
		values.slope,
		values.intercept
	);
	return { values, sentence };
}
