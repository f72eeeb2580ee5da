/**
 * Each operation of a network as ONNX operators of set 13 (the operators' documentation in the ONNX
 * repository says what their attributes mean). Maps are [N, C, H, W] in both.
 */
import { batchNormOf, tensorOf } from '#lib/core/fold/fold.ts';
import { BATCH_NORM_EPSILON, type Convolution, type GraphNode } from '#lib/core/graph.ts';
import { inputShapes, type MapShape } from '#lib/core/shapes.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { encodeValues } from './tensor-data.ts';

export const OPERATOR_SET = 13;

export type OnnxAttribute =
	| { readonly type: 'float'; readonly value: number }
	| { readonly type: 'int'; readonly value: number }
	| { readonly type: 'ints'; readonly value: readonly number[] };

export interface OnnxTensor {
	readonly name: string;
	readonly shape: readonly number[];
	readonly type: 'float32' | 'int64';
	/** Little-endian. */
	readonly bytes: Uint8Array;
}

export interface OnnxNode {
	readonly operator: string;
	readonly name: string;
	/** Names of maps and, behind them, of weights. */
	readonly inputs: readonly string[];
	readonly output: string;
	readonly attributes: Readonly<Record<string, OnnxAttribute>>;
	/** Those of `inputs` that are constants of the file. */
	readonly weights: readonly OnnxTensor[];
}

const int = (value: number): OnnxAttribute => ({ type: 'int', value });
const float = (value: number): OnnxAttribute => ({ type: 'float', value });
const ints = (...value: number[]): OnnxAttribute => ({ type: 'ints', value });

function weightOf(name: string, { shape, data }: Tensor): OnnxTensor {
	const bytes = new Uint8Array(4 * data.length);
	const at = encodeValues(data, 'F32', new DataView(bytes.buffer), 0);
	if (at !== undefined) throw new Error(`${name}: value ${at} is ${data[at]}, not a number.`);
	return { name, shape, type: 'float32', bytes };
}

function indices(name: string, values: readonly number[]): OnnxTensor {
	const bytes = new Uint8Array(8 * values.length);
	const view = new DataView(bytes.buffer);
	for (const [at, value] of values.entries()) view.setBigInt64(8 * at, BigInt(value), true);
	return { name, shape: [values.length], type: 'int64', bytes };
}

/**
 * One operation as one or two operators; the last one's output has the node's name.
 *
 * @param shapes of all maps of the graph, by name
 * @throws Error for an operation that is only a step of a fold, and for a missing weight
 */
export function toOnnxNodes(
	node: GraphNode,
	state: StateDict,
	shapes: ReadonlyMap<string, MapShape>
): OnnxNode[] {
	const { name, inputs, operation } = node;
	const one = (
		operator: string,
		attributes: OnnxNode['attributes'] = {},
		weights: readonly OnnxTensor[] = []
	): OnnxNode[] => [
		{
			...{ operator, name, output: name, attributes, weights },
			inputs: [...inputs, ...weights.map((weight) => weight.name)]
		}
	];
	switch (operation.kind) {
		case 'convolution':
			return one(
				'Conv',
				convolutionAttributes(operation),
				weightAndBias(name, operation.bias, state)
			);
		case 'batch-norm':
			return one(
				'BatchNormalization',
				{ epsilon: float(BATCH_NORM_EPSILON) },
				batchNormWeights(name, state)
			);
		case 'relu':
			return one('Relu');
		case 'hard-sigmoid':
			return one('HardSigmoid', { alpha: float(1 / 6), beta: float(0.5) });
		case 'add':
			return one('Add');
		case 'multiply':
			return one('Mul');
		case 'concat':
			return joinMaps(node, operation.channels, shapes);
		case 'global-average-pool':
			return one('GlobalAveragePool');
		case 'dropout':
			// At inference it hands on what it gets.
			return one('Identity');
		case 'linear':
			return flattenAndMultiply(node, state);
		case 'scale-shift':
		case 'shift':
			throw new Error(
				`${name}: ${operation.kind} is a step of a fold; fold the module to its end.`
			);
	}
}

function convolutionAttributes({ kernel, stride, padding, groups }: Convolution) {
	return {
		group: int(groups),
		kernel_shape: ints(kernel, kernel),
		pads: ints(padding, padding, padding, padding),
		strides: ints(stride, stride)
	};
}

function weightAndBias(name: string, bias: boolean, state: StateDict): OnnxTensor[] {
	const keys = bias ? [`${name}.weight`, `${name}.bias`] : [`${name}.weight`];
	return keys.map((key) => weightOf(key, tensorOf(state, key)));
}

function batchNormWeights(name: string, state: StateDict): OnnxTensor[] {
	const { gamma, beta, mean, variance } = batchNormOf(state, name);
	return [
		weightOf(`${name}.weight`, gamma),
		weightOf(`${name}.bias`, beta),
		weightOf(`${name}.running_mean`, mean),
		weightOf(`${name}.running_var`, variance)
	];
}

/** A concatenation, and a cut where only the first `channels` are kept. */
function joinMaps(
	node: GraphNode,
	channels: number,
	shapes: ReadonlyMap<string, MapShape>
): OnnxNode[] {
	const { name, inputs } = node;
	const all = inputShapes(node, shapes).reduce((sum, shape) => sum + shape[1], 0);
	const joined = all === channels ? name : `${name}.all`;
	const join: OnnxNode = {
		...{ operator: 'Concat', name: joined, inputs, output: joined },
		...{ attributes: { axis: int(1) }, weights: [] }
	};
	if (all === channels) return [join];
	const weights = [
		indices(`${name}.first`, [0]),
		indices(`${name}.end`, [channels]),
		indices(`${name}.axis`, [1])
	];
	const cut: OnnxNode = {
		...{ operator: 'Slice', name, output: name, attributes: {}, weights },
		inputs: [joined, ...weights.map((weight) => weight.name)]
	};
	return [join, cut];
}

/** [N, in, 1, 1] → [N, in] → [N, out]. */
function flattenAndMultiply({ name, inputs }: GraphNode, state: StateDict): OnnxNode[] {
	const flat = `${name}.flat`;
	const weights = weightAndBias(name, true, state);
	return [
		{
			...{ operator: 'Flatten', name: flat, inputs, output: flat },
			...{ attributes: { axis: int(1) }, weights: [] }
		},
		{
			...{ operator: 'Gemm', name, output: name, attributes: { transB: int(1) }, weights },
			inputs: [flat, ...weights.map((weight) => weight.name)]
		}
	];
}
