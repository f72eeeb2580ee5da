/**
 * What the compiled kernels offer, as TypeScript sees it; `src/kernels` has the formulas. Every pointer
 * is a byte offset into the backend's memory, maps are [batch, rows, columns, channels].
 */
export interface KernelExports {
	clear(pointer: number, count: number): void;

	/** `bias` 0: none. `least` 0: a ReLU follows; −∞: none. */
	matMul(
		a: number,
		b: number,
		bias: number,
		product: number,
		rows: number,
		inner: number,
		columns: number,
		least: number
	): void;
	addMatMulTransposed(
		x: number,
		y: number,
		sum: number,
		rows: number,
		left: number,
		right: number
	): void;
	transpose(matrix: number, transposed: number, rows: number, columns: number): void;

	framePicture(
		picture: number,
		frame: number,
		rows: number,
		columns: number,
		channels: number,
		frameRows: number,
		frameColumns: number,
		top: number,
		left: number
	): void;
	gatherPatches(
		frame: number,
		patches: number,
		channels: number,
		frameColumns: number,
		kernelRows: number,
		kernelColumns: number,
		outRows: number,
		outColumns: number,
		strideRows: number,
		strideColumns: number
	): void;

	depthwise(
		frame: number,
		kernel: number,
		bias: number,
		out: number,
		channels: number,
		frameColumns: number,
		outRows: number,
		outColumns: number,
		size: number,
		stride: number,
		least: number
	): void;
	turnKernel(kernel: number, turned: number, channels: number, size: number): void;
	depthwiseInputGradient(
		frame: number,
		kernel: number,
		dPicture: number,
		rows: number,
		columns: number,
		channels: number,
		frameColumns: number,
		border: number,
		size: number,
		stride: number,
		top: number,
		left: number
	): void;
	addDepthwiseKernelGradient(
		frame: number,
		dOut: number,
		dKernel: number,
		channels: number,
		frameColumns: number,
		outRows: number,
		outColumns: number,
		size: number,
		stride: number
	): void;

	moments(
		x: number,
		rows: number,
		channels: number,
		mean: number,
		variance: number,
		scratch: number
	): void;
	batchNormTerm(
		gamma: number,
		beta: number,
		mean: number,
		variance: number,
		epsilon: number,
		term: number,
		channels: number
	): void;
	identityTerm(term: number, channels: number): void;
	normalise(x: number, term: number, y: number, rows: number, channels: number, relu: number): void;
	normalisePair(
		a: number,
		termA: number,
		b: number,
		termB: number,
		y: number,
		rows: number,
		channels: number,
		relu: number
	): void;
	gradientSums(
		dy: number,
		x: number,
		term: number,
		rows: number,
		channels: number,
		relu: number,
		sums: number,
		partial: number
	): void;
	gradientSumsPair(
		dy: number,
		a: number,
		termA: number,
		b: number,
		termB: number,
		rows: number,
		channels: number,
		relu: number,
		sums: number,
		partial: number
	): void;
	batchNormFactors(
		term: number,
		variance: number,
		epsilon: number,
		sum: number,
		product: number,
		rows: number,
		channels: number,
		dGamma: number,
		dBeta: number,
		factors: number
	): void;
	identityFactors(factors: number, channels: number): void;
	normaliseGradient(
		dy: number,
		x: number,
		term: number,
		factors: number,
		dx: number,
		rows: number,
		channels: number,
		relu: number
	): void;
	normalisePairGradient(
		dy: number,
		a: number,
		termA: number,
		factorsA: number,
		da: number,
		b: number,
		termB: number,
		factorsB: number,
		db: number,
		rows: number,
		channels: number,
		relu: number
	): void;

	averageChannels(maps: number, mean: number, pixels: number, channels: number): void;
	spreadChannels(
		values: number,
		factor: number,
		maps: number,
		pixels: number,
		channels: number
	): void;
	scaleChannels(
		maps: number,
		factors: number,
		scaled: number,
		pixels: number,
		channels: number
	): void;
	dotChannels(a: number, b: number, dots: number, pixels: number, channels: number): void;
	copyChannels(
		source: number,
		channels: number,
		from: number,
		target: number,
		targetChannels: number,
		to: number,
		count: number,
		pixels: number
	): void;

	momentumStep(
		weight: number,
		gradient: number,
		velocity: number,
		newWeight: number,
		newVelocity: number,
		count: number,
		learningRate: number,
		momentum: number,
		decay: number
	): void;
	blend(a: number, b: number, blended: number, count: number, shareA: number, shareB: number): void;
}

/** A binary of other sources would lack one of these. */
export const KERNEL_NAMES = [
	'clear',
	'matMul',
	'addMatMulTransposed',
	'transpose',
	'framePicture',
	'gatherPatches',
	'depthwise',
	'turnKernel',
	'depthwiseInputGradient',
	'addDepthwiseKernelGradient',
	'moments',
	'batchNormTerm',
	'identityTerm',
	'normalise',
	'normalisePair',
	'gradientSums',
	'gradientSumsPair',
	'batchNormFactors',
	'identityFactors',
	'normaliseGradient',
	'normalisePairGradient',
	'averageChannels',
	'spreadChannels',
	'scaleChannels',
	'dotChannels',
	'copyChannels',
	'momentumStep',
	'blend'
] as const satisfies readonly (keyof KernelExports)[];
