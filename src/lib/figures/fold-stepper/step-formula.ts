/**
 * The formula of each step with the chosen channel's numbers, which add up as they stand: what rounding
 * leaves over is a term of its own.
 */
import { displayProduct, displaySum } from '#lib/core/arithmetic.ts';
import type { FoldStepView } from '#lib/core/fold/fold-view.ts';
import type { FoldStep } from '#lib/core/fold/fold-step-names.ts';
import { formatCell, formatExact, formatExponent, formatOperand } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import addBiases from './formulas/add-biases.tex';
import addKernels from './formulas/add-kernels.tex';
import compare from './formulas/compare.tex';
import identityBias from './formulas/identity-bias.tex';
import identityKernel from './formulas/identity-kernel.tex';
import kernelBias from './formulas/kernel-bias.tex';
import replace from './formulas/replace.tex';
import run from './formulas/run.tex';
import scaleAndShift from './formulas/scale-and-shift.tex';
import scaleIdentity from './formulas/scale-identity.tex';
import scaleKernel from './formulas/scale-kernel.tex';
import { windowAt, type Pixel } from './window-at.ts';

type Words = Strings['fold'];

interface StepFormula {
	readonly html: string;
	readonly values: Readonly<Record<string, string>>;
	readonly sentence: string;
}

interface Looked {
	/** 0 to 8, row by row. */
	readonly tap: number;
	readonly pixel: Pixel;
	readonly decimals: number;
	readonly words: Words;
}

/** Writes a step's formula; the step has made all tensors in it. */
type Write = (view: FoldStepView, looked: Looked) => StepFormula;

const FORMULAS: Readonly<Record<FoldStep, Write>> = {
	run: ({ maps }, { pixel, decimals, words }) => {
		const at = (map: { readonly shape: readonly number[]; readonly data: Float32Array } | null) =>
			map?.data[pixel.row * map.shape[1]! + pixel.column] ?? 0;
		const [depthwise, identity, output] = [at(maps.depthwise), at(maps.identity), at(maps.soFar)];
		const values = {
			depthwise: formatCell(depthwise, decimals),
			identity: formatOperand(identity, decimals),
			output: formatCell(output, decimals)
		};
		const sentence = words.sentences.run(values.output, values.depthwise, values.identity);
		return { html: run, values, sentence };
	},
	'scale-and-shift': ({ tensors, epsilon }, looked) => {
		const { decimals, words } = looked;
		const { result: shift, ...terms } = shiftValues(
			tensors.beta,
			tensors.mean,
			tensors.scale!,
			tensors.shift!,
			looked
		);
		const gamma = formatCell(tensors.gamma, decimals);
		const variance = formatExact(tensors.variance);
		const values = { ...terms, gamma, variance, epsilon: writeEpsilon(epsilon), shift };
		const sentences = [
			words.sentences.scale(values.scale, gamma, variance, values.epsilon),
			words.sentences.shift(shift, values.beta, values.scale, values.mean)
		];
		return { html: scaleAndShift, values, sentence: `${sentences.join('. ')}.` };
	},
	'scale-kernel': ({ tensors }, { tap, decimals, words }) => {
		const [scale, kernel, scaled] = [
			tensors.scale!,
			tensors.kernel[tap]!,
			tensors.scaledKernel![tap]!
		];
		const shown = displayProduct([scale, kernel], scaled, decimals, formatCell);
		const values = {
			place: placeOf(tap),
			scale: shown.factors[0]!,
			kernel: formatOperand(kernel, decimals),
			rounding: rounding(shown.rounding, words),
			scaledKernel: shown.product
		};
		const sentence = words.sentences.product(values.scaledKernel, values.scale, values.kernel);
		return { html: scaleKernel, values, sentence };
	},
	'kernel-bias': ({ tensors: { beta, mean, scale, kernelBias: bias } }, looked) => {
		const values = shiftValues(beta, mean, scale!, bias!, looked);
		const sentence = shiftSentence(values, looked.words);
		return { html: kernelBias, values: { ...values, kernelBias: values.result }, sentence };
	},
	'identity-kernel': (_, { words }) => ({
		html: identityKernel,
		values: {},
		sentence: words.sentences.identity
	}),
	'scale-identity': ({ tensors, epsilon }, { decimals, words }) => {
		const { identityGamma = 1, identityVariance = 1, identityScale = 1 } = tensors;
		const values = {
			gamma: formatCell(identityGamma, decimals),
			variance: formatExact(identityVariance),
			epsilon: writeEpsilon(epsilon),
			scaledIdentity: formatCell(tensors.scaledIdentity?.[4] ?? identityScale, decimals)
		};
		const { gamma, variance, scaledIdentity } = values;
		const sentence = words.sentences.scale(scaledIdentity, gamma, variance, values.epsilon);
		return { html: scaleIdentity, values, sentence };
	},
	'identity-bias': ({ tensors }, looked) => {
		const {
			identityBeta = 0,
			identityMean = 0,
			identityScale = 1,
			identityBias: bias = 0
		} = tensors;
		const values = shiftValues(identityBeta, identityMean, identityScale, bias, looked);
		const sentence = shiftSentence(values, looked.words);
		return { html: identityBias, values: { ...values, identityBias: values.result }, sentence };
	},
	'add-kernels': ({ tensors }, { tap, decimals, words }) => {
		const [a, b] = [tensors.scaledKernel![tap]!, tensors.scaledIdentity![tap]!];
		const shown = sumValues(a, b, tensors.sumKernel![tap]!, decimals, words);
		return {
			html: addKernels,
			values: {
				place: placeOf(tap),
				scaledKernel: shown.a,
				scaledIdentity: shown.b,
				rounding: shown.rounding,
				sumKernel: shown.total
			},
			sentence: words.sentences.sum(shown.total, shown.a, shown.b)
		};
	},
	'add-biases': ({ tensors }, { decimals, words }) => {
		const { kernelBias: a, identityBias: b, sumBias } = tensors;
		const shown = sumValues(a!, b!, sumBias!, decimals, words);
		return {
			html: addBiases,
			values: {
				kernelBias: shown.a,
				identityBias: shown.b,
				rounding: shown.rounding,
				sumBias: shown.total
			},
			sentence: words.sentences.sum(shown.total, shown.a, shown.b)
		};
	},
	replace: ({ tensors, maps }, { pixel, decimals, words }) => {
		const { products } = windowAt(maps.x, tensors.sumKernel!, pixel);
		const output = maps.soFar.data[pixel.row * maps.soFar.shape[1]! + pixel.column]!;
		const values = {
			products: formatCell(
				products.reduce((sum, product) => sum + product, 0),
				decimals
			),
			sumBias: formatOperand(tensors.sumBias!, decimals),
			output: formatCell(output, decimals)
		};
		const sentence = words.sentences.replace(values.output, values.products, values.sumBias);
		return { html: replace, values, sentence };
	},
	compare: ({ difference }, { words }) => {
		const values = { difference: formatExponent(difference) };
		return { html: compare, values, sentence: words.sentences.compare(values.difference) };
	}
};

/** The formula of the view's step, filled in. */
export function stepFormula(view: FoldStepView, looked: Looked): StepFormula {
	return FORMULAS[view.step](view, looked);
}

/** ε without a power of ten, as a sum shows it: `0.00001`. */
function writeEpsilon(epsilon: number): string {
	return epsilon.toFixed(5).replace(/0+$/, '');
}

/** `2,2`, as an index. */
function placeOf(tap: number): string {
	return `${Math.floor(tap / 3) + 1},${(tap % 3) + 1}`;
}

/** As one more term of the formula; nothing where the displayed numbers add up. */
function rounding(missing: string | null, words: Words): string {
	if (missing === null) return '';
	const sign = missing.startsWith('−') ? '−' : '+';
	return ` ${sign} ${missing.replace('−', '')} (${words.rounding})\u2002`;
}

interface ShiftValues extends Readonly<Record<string, string>> {
	readonly beta: string;
	readonly mean: string;
	readonly scale: string;
	readonly rounding: string;
	readonly result: string;
}

/** β − μ·s = result, in displayed digits; their product has twice as many. */
function shiftValues(
	beta: number,
	mean: number,
	scale: number,
	result: number,
	{ decimals, words }: Looked
): ShiftValues {
	const shown = (value: number) => Number(value.toFixed(decimals));
	const terms = [shown(beta), -shown(mean) * shown(scale)];
	const { rounding: missing } = displaySum(terms, shown(result), 2 * decimals, trimmed);
	return {
		beta: formatCell(beta, decimals),
		mean: formatOperand(mean, decimals),
		scale: formatOperand(scale, decimals),
		rounding: rounding(missing, words),
		result: formatCell(result, decimals)
	};
}

function shiftSentence({ result, beta, scale, mean }: ShiftValues, words: Words): string {
	return words.sentences.shift(result, beta, scale, mean);
}

function sumValues(a: number, b: number, total: number, decimals: number, words: Words) {
	const shown = displaySum([a, b], total, decimals, trimmed);
	return {
		a: formatCell(a, decimals),
		b: formatOperand(b, decimals),
		rounding: rounding(shown.rounding, words),
		total: formatCell(total, decimals)
	};
}

/** With a true minus sign and as many digits as asked for. */
function trimmed(value: number, decimals: number): string {
	return value.toFixed(decimals).replace('-', '−');
}
