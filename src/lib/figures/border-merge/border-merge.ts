/**
 * A 1×1 convolution and the 3×3 depthwise one behind it, merged into one 3×3 convolution: right inside
 * the picture, wrong at its border as soon as the 1×1 has a bias. The second convolution pads the middle
 * with 0; the merged one pads the input with 0, and the 1×1 would have made b of that. The error is
 * b times the sum of the taps that fall outside (the question of DingXiaoH/DiverseBranchBlock #9).
 */
import { addConvolution } from '#lib/core/convolution.ts';
import { GraphBuilder, INPUT, type Graph } from '#lib/core/graph.ts';
import { sizeOf, type StateDict, type Tensor } from '#lib/core/tensor.ts';

/** The two convolutions. */
export interface Pair {
	/** 1×1, [C, in, 1, 1], and its bias [C]. */
	readonly point: Tensor;
	readonly bias: Tensor;
	/** 3×3 depthwise without a bias, [C, 1, 3, 3]. */
	readonly window: Tensor;
}

/**
 * What makes the two ways equal:
 * - `none`: nothing, the middle is padded with 0;
 * - `pad-middle`: the middle is padded with b;
 * - `pad-first`: the input is padded with 0 before the 1×1, and the 3×3 pads nothing;
 * - `no-bias`: the 1×1 has no bias.
 */
export const REMEDIES = ['none', 'pad-middle', 'pad-first', 'no-bias'] as const;
export type Remedy = (typeof REMEDIES)[number];

export const NODES = { point: 'point', window: 'window', merged: 'merged' } as const;

const KERNEL = 3;
const PADDING = 1;

const channelsOf = ({ window }: Pair): number => window.shape[0]!;

/** Adds the 3×3, with one row and column of zeros on each side or with none. */
function addWindow(
	builder: GraphBuilder,
	input: string,
	channels: number,
	padding: number
): string {
	const size = { inChannels: channels, outChannels: channels, kernel: KERNEL, stride: 1 };
	return builder.add(
		NODES.window,
		{ kind: 'convolution', ...size, padding, groups: channels, bias: false },
		input
	);
}

/** 1×1 with its bias, then the 3×3. */
export function twoStepGraph(pair: Pair, padding: 0 | 1 = PADDING): Graph {
	const [channels = 0, inChannels = 0] = pair.point.shape;
	const builder = new GraphBuilder();
	const plan = { inChannels, outChannels: channels };
	const middle = addConvolution(builder, INPUT, plan, NODES.point, true);
	return builder.finish(inChannels, addWindow(builder, middle, channels, padding));
}

/** The 3×3 alone, on a middle that has been padded already. */
export function windowGraph(pair: Pair): Graph {
	const channels = channelsOf(pair);
	const builder = new GraphBuilder();
	return builder.finish(channels, addWindow(builder, INPUT, channels, 0));
}

/** One dense 3×3 that does the work of both. */
export function mergedGraph(pair: Pair): Graph {
	const [outChannels = 0, inChannels = 0] = pair.point.shape;
	const builder = new GraphBuilder();
	const plan = { inChannels, outChannels, kernel: KERNEL };
	return builder.finish(inChannels, addConvolution(builder, INPUT, plan, NODES.merged, true));
}

export function twoStepWeights({ point, bias, window }: Pair): StateDict {
	return new Map([
		[`${NODES.point}.weight`, point],
		[`${NODES.point}.bias`, bias],
		[`${NODES.window}.weight`, window]
	]);
}

/** kernel[o, i, u, v] = window[o, u, v] · point[o, i]; bias[o] = b[o] · Σ window[o]. */
export function mergedWeights({ point, bias, window }: Pair): StateDict {
	const [outChannels = 0, inChannels = 0] = point.shape;
	const taps = KERNEL * KERNEL;
	const shape = [outChannels, inChannels, KERNEL, KERNEL];
	const kernel = Float32Array.from({ length: sizeOf(shape) }, (_, index) => {
		const pairIndex = Math.floor(index / taps);
		const channel = Math.floor(pairIndex / inChannels);
		return window.data[channel * taps + (index % taps)]! * point.data[pairIndex]!;
	});
	const sums = bias.data.map((value, channel) => {
		const own = window.data.subarray(channel * taps, (channel + 1) * taps);
		return value * own.reduce((sum, tap) => sum + tap, 0);
	});
	return new Map([
		[`${NODES.merged}.weight`, { shape, data: kernel }],
		[`${NODES.merged}.bias`, { shape: bias.shape, data: sums }]
	]);
}

/** One row and column more on each side, each channel with its own value there. */
export function padMaps({ shape, data }: Tensor, values: ArrayLike<number>): Tensor {
	const [batch = 0, channels = 0, rows = 0, columns = 0] = shape;
	const [tall, wide] = [rows + 2 * PADDING, columns + 2 * PADDING];
	const padded = Float32Array.from({ length: batch * channels * tall * wide }, (_, index) => {
		const plane = Math.floor(index / (tall * wide));
		const row = Math.floor((index % (tall * wide)) / wide) - PADDING;
		const column = (index % wide) - PADDING;
		const inside = row >= 0 && row < rows && column >= 0 && column < columns;
		return inside ? data[(plane * rows + row) * columns + column]! : values[plane % channels]!;
	});
	return { shape: [batch, channels, tall, wide], data: padded };
}

/** The sum of the taps that lie outside a map of `rows` × `columns` when the window stands there. */
export function outsideTaps(
	taps: Float32Array,
	row: number,
	column: number,
	rows: number,
	columns: number
): number {
	return taps.reduce((sum, tap, index) => {
		const r = row + Math.floor(index / KERNEL) - PADDING;
		const c = column + (index % KERNEL) - PADDING;
		return r < 0 || r >= rows || c < 0 || c >= columns ? sum + tap : sum;
	}, 0);
}

/** What `two steps − merged` must be: −b times the taps outside, [1, C, rows, columns]. */
export function predictedError({ window, bias }: Pair, rows: number, columns: number): Tensor {
	const [channels = 0] = window.shape;
	const taps = KERNEL * KERNEL;
	const data = Float32Array.from({ length: channels * rows * columns }, (_, index) => {
		const channel = Math.floor(index / (rows * columns));
		const own = window.data.subarray(channel * taps, (channel + 1) * taps);
		const [row, column] = [Math.floor(index / columns) % rows, index % columns];
		return 0 - bias.data[channel]! * outsideTaps(own, row, column, rows, columns);
	});
	return { shape: [1, channels, rows, columns], data };
}
