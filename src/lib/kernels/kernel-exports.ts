/**
 * What the compiled kernels offer, as TypeScript sees it; `src/kernels` has the formulas. Every pointer
 * is a byte offset into the backend's memory, maps are [batch, rows, columns, channels].
 */
export interface KernelExports {
	clear(pointer: number, count: number): void;

	matMul(a: number, b: number, product: number, rows: number, inner: number, columns: number): void;
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
		out: number,
		channels: number,
		frameColumns: number,
		outRows: number,
		outColumns: number,
		size: number,
		stride: number
	): void;
	turnKernel(kernel: number, turned: number, channels: number, size: number): void;
	depthwiseInputGradient(
		dOut: number,
		kernel: number,
		dPicture: number,
		rows: number,
		columns: number,
		channels: number,
		outRows: number,
		outColumns: number,
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
	'addDepthwiseKernelGradient'
] as const satisfies readonly (keyof KernelExports)[];
