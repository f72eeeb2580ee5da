/** The numbers in b′ = β + (b − μ)·s, and the same as a sentence. */
import { formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { operand, relation, shown } from '../live/shown.ts';

interface BiasNumbers {
	/** 0 for a convolution without one. */
	readonly bias: number;
	readonly beta: number;
	readonly mean: number;
	/** s. */
	readonly scale: number;
	/** b′. */
	readonly result: number;
}

export function biasFormula(
	{ bias, beta, mean, scale, result }: BiasNumbers,
	words: Strings['batchNorm']
) {
	const fromShown = shown(beta) + (shown(bias) - shown(mean)) * shown(scale);
	const values = {
		beta: formatValue(beta),
		bias: formatValue(bias),
		mean: operand(mean),
		scale: operand(scale),
		equal: relation(fromShown, result),
		result: formatValue(result)
	};
	const sentence = words.biasSentence(
		values.beta,
		values.bias,
		values.mean,
		values.scale,
		values.result
	);
	return { values, sentence };
}
