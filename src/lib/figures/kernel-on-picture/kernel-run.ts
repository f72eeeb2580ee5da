/** A kernel run over its input: on TensorFlow.js, and in plain loops for a page without it. */
import { evaluateGraph } from '#lib/core/reference.ts';
import { formatShape, type Tensor } from '#lib/core/tensor.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';
import type { Place } from '#lib/scene/tensor-grid.ts';
import { convolutionOf, weightsOf, type KernelSetting } from './kernels.ts';

export interface KernelRequest {
	readonly setting: KernelSetting;
	/** [1, channels, rows, columns]. */
	readonly input: Tensor;
}

export interface KernelRun extends KernelRequest {
	readonly output: Tensor;
	/** Null where nothing was run on TensorFlow.js. */
	readonly backend: string | null;
}

/** A run on TensorFlow.js. */
export type LiveKernel = KernelRun & { readonly backend: string };

export async function runKernel(
	engine: Pick<LiveEngine, 'runGraph'>,
	request: KernelRequest
): Promise<LiveKernel> {
	const graph = convolutionOf(request.setting);
	const { maps, backend } = await engine.runGraph({
		graph,
		state: weightsOf(request.setting),
		input: request.input,
		keep: []
	});
	return { ...request, output: maps.get(graph.output)!, backend };
}

export function stillKernel(request: KernelRequest): KernelRun {
	const graph = convolutionOf(request.setting);
	const values = evaluateGraph(graph, weightsOf(request.setting), request.input);
	const { shape, data } = values.get(graph.output)!;
	return { ...request, output: { shape, data: Float32Array.from(data) }, backend: null };
}

/** Input minus output, and where it is largest; null where the output has another size. */
export interface InputChange {
	readonly values: Tensor;
	/** Largest |input − output|, exactly 0 where nothing has changed. */
	readonly largest: number;
	readonly channel: number;
	readonly place: Place;
}

export function changeOf({ input, output }: KernelRun): InputChange | null {
	if (formatShape(input.shape) !== formatShape(output.shape)) return null;
	const data = input.data.map((value, index) => value - output.data[index]!);
	const [rows, columns] = input.shape.slice(-2) as [number, number];
	let at = 0;
	data.forEach((value, index) => {
		if (Math.abs(value) > Math.abs(data[at]!)) at = index;
	});
	return {
		values: { shape: input.shape, data },
		largest: Math.abs(data[at]!),
		channel: Math.floor(at / (rows * columns)),
		place: { row: Math.floor(at / columns) % rows, column: at % columns }
	};
}
