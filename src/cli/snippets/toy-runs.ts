/** The toy module run in plain loops, for what the snippets are compared with. */
import { addConvolution } from '#lib/core/convolution.ts';
import { batchNormScaleShift, type BatchNorm } from '#lib/core/fold/fold.ts';
import { GraphBuilder, INPUT } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { evaluateGraph, type Maps } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';

/** The picture that every snippet sees, [1, 2, 5, 5]. */
export const picture: Tensor = TOY_PICTURES.diagonal;

const graph = buildModule(TOY_PLAN);

const toTensor = ({ shape, data }: Maps): Tensor => ({ shape, data: Float32Array.from(data) });

/** The output of one node of the toy module. */
export function run(node: string, state: StateDict = TOY_STATE): Tensor {
	return toTensor(evaluateGraph(graph, state, picture).get(node)!);
}

/** A dense 1×1 convolution with bias, of any maps. */
export function runOneByOne(maps: Tensor, weight: Tensor, bias: Tensor): Tensor {
	const builder = new GraphBuilder();
	const [outChannels, inChannels] = weight.shape as [number, number];
	const name = addConvolution(builder, INPUT, { inChannels, outChannels }, 'one', true);
	const state = new Map([
		['one.weight', weight],
		['one.bias', bias]
	]);
	return toTensor(evaluateGraph(builder.finish(inChannels, name), state, maps).get(name)!);
}

/** A batch norm of maps [1, C, rows, columns], by its scale and shift. */
export function normalise(maps: Tensor, norm: BatchNorm): Tensor {
	const { scale, shift } = batchNormScaleShift(norm);
	const plane = maps.data.length / scale.length;
	return {
		shape: maps.shape,
		data: maps.data.map((value, index) => {
			const channel = Math.floor(index / plane);
			return value * scale[channel]! + shift[channel]!;
		})
	};
}

/** Mean and biased variance of each channel of maps [1, C, rows, columns], over `count` values. */
export function batchStatistics({ shape, data }: Tensor): {
	readonly mean: Float64Array;
	readonly variance: Float64Array;
	readonly count: number;
} {
	const channels = shape[1]!;
	const count = data.length / channels;
	const average = (values: (index: number) => number): Float64Array =>
		Float64Array.from({ length: channels }, (_, channel) => {
			let sum = 0;
			for (let index = channel * count; index < (channel + 1) * count; index++)
				sum += values(index);
			return sum / count;
		});
	const mean = average((index) => data[index]!);
	const variance = average((index) => (data[index]! - mean[Math.floor(index / count)]!) ** 2);
	return { mean, variance, count };
}
