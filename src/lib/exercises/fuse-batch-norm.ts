/**
 * To write: `fuseBatchNorm`, which folds batch norm into a depthwise convolution. What must hold: for
 * any nine numbers under the window, the folded kernel and bias give what convolution and batch norm
 * give one after the other.
 */
import { mulberry32 } from '#lib/core/network/random-weights.ts';
import * as v from 'valibot';
import { isAlike, type CodeTask, type Plain } from './code-task.ts';

const TAPS = 9;
const CALLS = 4;
const LOOKS = 5;

const numbers = v.array(v.pipe(v.number(), v.finite()));
const foldedSchema = v.object({
	kernel: v.array(v.pipe(numbers, v.length(TAPS))),
	bias: numbers
});
const argsSchema = v.tuple([
	v.array(numbers),
	numbers,
	v.object({ gamma: numbers, beta: numbers, mean: numbers, variance: numbers, eps: v.number() })
]);
type Args = v.InferOutput<typeof argsSchema>;

/** Numbers of one channel. */
interface Channel {
	readonly bias: number;
	readonly gamma: number;
	readonly beta: number;
	readonly mean: number;
	readonly variance: number;
	readonly eps: number;
}

function channelsOf([, bias, norm]: Args): Channel[] {
	return bias.map((value, index) => ({
		bias: value,
		gamma: norm.gamma[index]!,
		beta: norm.beta[index]!,
		mean: norm.mean[index]!,
		variance: norm.variance[index]!,
		eps: norm.eps
	}));
}

const rightScale = ({ gamma, variance, eps }: Channel): number => gamma / Math.sqrt(variance + eps);
const rightBias = ({ bias, beta, mean }: Channel, scale: number): number =>
	beta + (bias - mean) * scale;

/** A fold with another scale or another bias. */
function fold(scaleOf: typeof rightScale, biasOf: typeof rightBias) {
	return (plain: readonly Plain[]): Plain => {
		const args = v.parse(argsSchema, plain);
		const channels = channelsOf(args);
		const scales = channels.map(scaleOf);
		return {
			kernel: args[0].map((taps, index) => taps.map((tap) => tap * scales[index]!)),
			bias: channels.map((channel, index) => biasOf(channel, scales[index]!))
		};
	};
}

function holds(plain: readonly Plain[], result: unknown): boolean {
	const folded = v.safeParse(foldedSchema, result);
	if (!folded.success) return false;
	const args = v.parse(argsSchema, plain);
	const { kernel, bias } = folded.output;
	if (kernel.length !== args[0].length || bias.length !== args[1].length) return false;
	const next = mulberry32(kernel.length);
	return channelsOf(args).every((channel, index) =>
		Array.from({ length: LOOKS }, () => Array.from({ length: TAPS }, () => uniform(next, -2, 2)))
			// Nothing under the window: only the bias is left.
			.concat([Array.from({ length: TAPS }, () => 0)])
			.every((window) => {
				const before = weigh(args[0][index]!, window) + channel.bias;
				const after = (before - channel.mean) * rightScale(channel) + channel.beta;
				return isAlike(after, weigh(kernel[index]!, window) + bias[index]!);
			})
	);
}

function weigh(taps: readonly number[], window: readonly number[]): number {
	return taps.reduce((sum, tap, index) => sum + tap * window[index]!, 0);
}

function uniform(next: () => number, low: number, high: number): number {
	return low + (next() / 2 ** 32) * (high - low);
}

function calls(seed: number): Plain[][] {
	const next = mulberry32(seed);
	return Array.from({ length: CALLS }, (_, call) => {
		const draw = (low: number, high: number) =>
			Array.from({ length: call + 1 }, () => uniform(next, low, high));
		const kernel = Array.from({ length: call + 1 }, () =>
			Array.from({ length: TAPS }, () => uniform(next, -1, 1))
		);
		// γ may be negative; with a small variance ε is felt.
		const norm = {
			gamma: draw(-1.5, 1.5),
			beta: draw(-1, 1),
			mean: draw(-1, 1),
			variance: draw(0.01, 0.5),
			eps: 1e-3
		};
		return [kernel, draw(-1, 1), norm];
	});
}

export const fuseBatchNorm: CodeTask = {
	name: 'fuseBatchNorm',
	start: `// kernel: one list of 9 taps for each channel
// bias: one number for each channel
// bn: lists gamma, beta, mean, variance, and one number eps
function fuseBatchNorm(kernel, bias, bn) {
  const scale = bn.gamma.map((gamma, c) => 1); // mend this
  return {
    kernel: kernel.map((taps, c) => taps.map((tap) => tap * scale[c])),
    bias: bias.map((b, c) => b) // and this
  };
}`,
	solution: `function fuseBatchNorm(kernel, bias, bn) {
  const scale = bn.gamma.map((gamma, c) => gamma / Math.sqrt(bn.variance[c] + bn.eps));
  return {
    kernel: kernel.map((taps, c) => taps.map((tap) => tap * scale[c])),
    bias: bias.map((b, c) => bn.beta[c] + (b - bn.mean[c]) * scale[c])
  };
}`,
	calls,
	holds,
	mistakes: {
		unchanged: fold(
			() => 1,
			({ bias }) => bias
		),
		'bias-unchanged': fold(rightScale, ({ bias }) => bias),
		'mean-unscaled': fold(rightScale, ({ bias, beta, mean }) => beta + bias - mean),
		'old-bias-unscaled': fold(
			rightScale,
			({ bias, beta, mean }, scale) => beta - mean * scale + bias
		),
		'no-root': fold(({ gamma, variance, eps }) => gamma / (variance + eps), rightBias),
		'no-epsilon': fold(({ gamma, variance }) => gamma / Math.sqrt(variance), rightBias),
		'epsilon-outside': fold(
			({ gamma, variance, eps }) => gamma / (Math.sqrt(variance) + eps),
			rightBias
		)
	}
};
