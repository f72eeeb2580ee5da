/**
 * Batch norm in training and its gradient as kernels of TensorFlow.js: alone, added to maps, or in a
 * pair with another batch norm, each with the ReLU behind it if there is one. The formulas are in
 * `src/kernels/batch-norm.ts` and `batch-norm-gradient.ts`.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hostKernel, type HostKernel, type KernelCall } from './host-kernel.ts';
import { byteLength, type KernelHost, type Output } from './kernel-host.ts';
import * as names from './kernel-names.ts';

interface BatchNormAttributes {
	readonly epsilon: number;
	readonly relu: boolean;
}

type Call = KernelCall<BatchNormAttributes>;

/** What is added to the first batch norm. */
type Second = 'nothing' | 'maps' | 'batch norm';

/** The two terms of a sum, as the names of their inputs end. */
type Side = 'A' | 'B';

/** Maps as batch norm sees them: a row for each pixel of each picture. */
function matrixOf({ shape }: TensorInfo): { readonly rows: number; readonly channels: number } {
	const rows = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
	return { rows, channels: shape.at(-1)! };
}

/** Numbers a channel in a term (μ, s, β), and in the factors of a gradient (A, B, C). */
const TERM = 3;

/** Floats that take the room of a double. */
const DOUBLE = 2;

interface Moments {
	readonly mean: Output;
	readonly variance: Output;
}

function computeMoments(host: KernelHost, x: TensorInfo): Moments {
	const { rows, channels } = matrixOf(x);
	const mean = host.output([channels]);
	const variance = host.output([channels]);
	host.scratch([2 * DOUBLE * channels], (scratch) =>
		host.kernels.moments(host.pointer(x), rows, channels, mean.pointer, variance.pointer, scratch)
	);
	return { mean, variance };
}

function writeTerm(
	{ host, input, attributes }: Call,
	side: Side,
	mean: number,
	variance: number,
	term: number
): void {
	const gamma = input(`gamma${side}`);
	const beta = input(`beta${side}`);
	const [channels] = gamma.shape as [number];
	host.kernels.batchNormTerm(
		host.pointer(gamma),
		host.pointer(beta),
		mean,
		variance,
		attributes.epsilon,
		term,
		channels
	);
}

/** Outputs y, the moments of a, and those of b if it is normalised too. */
function runForward(call: Call, second: Second): TensorInfo[] {
	const { host, input, attributes } = call;
	const a = input('a');
	const { rows, channels } = matrixOf(a);
	const relu = Number(attributes.relu);
	const momentsA = computeMoments(host, a);
	const momentsB = second === 'batch norm' ? computeMoments(host, input('b')) : null;
	const y = host.output(a.shape);
	host.scratch([TERM * channels, TERM * channels], (termA, termB) => {
		writeTerm(call, 'A', momentsA.mean.pointer, momentsA.variance.pointer, termA);
		if (second === 'nothing') {
			host.kernels.normalise(host.pointer(a), termA, y.pointer, rows, channels, relu);
			return;
		}
		const b = host.pointer(input('b'));
		if (momentsB) writeTerm(call, 'B', momentsB.mean.pointer, momentsB.variance.pointer, termB);
		else host.kernels.identityTerm(termB, channels);
		host.kernels.normalisePair(host.pointer(a), termA, b, termB, y.pointer, rows, channels, relu);
	});
	const moments = momentsB ? [momentsA, momentsB] : [momentsA];
	return [y.info, ...moments.flatMap(({ mean, variance }) => [mean.info, variance.info])];
}

/** The gradients of one term: of its maps, and of γ and β if it is a batch norm. */
interface TermGradients {
	readonly maps: Output;
	readonly gamma: Output;
	readonly beta: Output;
}

function gradientsOf(host: KernelHost, maps: TensorInfo): TermGradients {
	const { channels } = matrixOf(maps);
	return {
		maps: host.output(maps.shape),
		gamma: host.output([channels]),
		beta: host.output([channels])
	};
}

const infosOf = ({ maps, gamma, beta }: TermGradients) => [maps.info, gamma.info, beta.info];

/** Writes the term of one side again, from the moments that the forward pass gave. */
function restoreTerm(call: Call, side: Side, term: number): void {
	const { host, input } = call;
	const mean = host.pointer(input(`mean${side}`));
	writeTerm(call, side, mean, host.pointer(input(`variance${side}`)), term);
}

/** Writes dγ, dβ and the factors of one side; `product` is its own sum, beside Σ g. */
function writeFactors(
	{ host, input, attributes }: Call,
	side: Side,
	{ gamma, beta }: TermGradients,
	places: { term: number; sum: number; product: number; factors: number }
): void {
	const { rows, channels } = matrixOf(input('dy'));
	host.kernels.batchNormFactors(
		places.term,
		host.pointer(input(`variance${side}`)),
		attributes.epsilon,
		places.sum,
		places.product,
		rows,
		channels,
		gamma.pointer,
		beta.pointer,
		places.factors
	);
}

function runGradient(call: Call): TensorInfo[] {
	const { host, input, attributes } = call;
	const dy = host.pointer(input('dy'));
	const a = host.pointer(input('a'));
	const { rows, channels } = matrixOf(input('dy'));
	const relu = Number(attributes.relu);
	const gradients = gradientsOf(host, input('a'));
	const sizes = [TERM, TERM, 2 * DOUBLE, 2].map((size) => size * channels);
	host.scratch(sizes, (term, factors, sum, partial) => {
		restoreTerm(call, 'A', term);
		host.kernels.gradientSums(dy, a, term, rows, channels, relu, sum, partial);
		const product = sum + byteLength(DOUBLE * channels);
		writeFactors(call, 'A', gradients, { term, sum, product, factors });
		const dx = gradients.maps.pointer;
		host.kernels.normaliseGradient(dy, a, term, factors, dx, rows, channels, relu);
	});
	return infosOf(gradients);
}

/** The gradients of both terms; `second` is what the forward pass had. */
function runPairGradient(call: Call, second: 'maps' | 'batch norm'): TensorInfo[] {
	const { host, input, attributes } = call;
	const dy = host.pointer(input('dy'));
	const a = host.pointer(input('a'));
	const b = host.pointer(input('b'));
	const { rows, channels } = matrixOf(input('dy'));
	const relu = Number(attributes.relu);
	const ofA = gradientsOf(host, input('a'));
	const ofB =
		second === 'maps' ? { maps: host.output(input('b').shape) } : gradientsOf(host, input('b'));
	const sizes = [TERM, TERM, TERM, TERM, 3 * DOUBLE, 3].map((size) => size * channels);
	host.scratch(sizes, (termA, termB, factorsA, factorsB, sum, partial) => {
		const doubles = byteLength(DOUBLE * channels);
		restoreTerm(call, 'A', termA);
		if ('gamma' in ofB) restoreTerm(call, 'B', termB);
		else host.kernels.identityTerm(termB, channels);
		host.kernels.gradientSumsPair(dy, a, termA, b, termB, rows, channels, relu, sum, partial);
		writeFactors(call, 'A', ofA, { term: termA, sum, product: sum + doubles, factors: factorsA });
		if ('gamma' in ofB) {
			const product = sum + 2 * doubles;
			writeFactors(call, 'B', ofB, { term: termB, sum, product, factors: factorsB });
		} else host.kernels.identityFactors(factorsB, channels);
		host.kernels.normalisePairGradient(
			dy,
			a,
			termA,
			factorsA,
			ofA.maps.pointer,
			b,
			termB,
			factorsB,
			ofB.maps.pointer,
			rows,
			channels,
			relu
		);
	});
	return [...infosOf(ofA), ...('gamma' in ofB ? infosOf(ofB) : [ofB.maps.info])];
}

const batchNormKernel = (name: string, run: (call: Call) => TensorInfo[]) =>
	hostKernel<BatchNormAttributes>(name, run);

export const batchNormKernels: readonly HostKernel[] = [
	batchNormKernel(names.BATCH_NORM, (call) => runForward(call, 'nothing')),
	batchNormKernel(names.BATCH_NORM_AND_MAPS, (call) => runForward(call, 'maps')),
	batchNormKernel(names.BATCH_NORM_PAIR, (call) => runForward(call, 'batch norm')),
	batchNormKernel(names.BATCH_NORM_GRADIENT, runGradient),
	batchNormKernel(names.BATCH_NORM_AND_MAPS_GRADIENT, (call) => runPairGradient(call, 'maps')),
	batchNormKernel(names.BATCH_NORM_PAIR_GRADIENT, (call) => runPairGradient(call, 'batch norm'))
];
