/**
 * A network as an ONNX file, for runtimes and viewers that read the format. Every operation of
 * `core/graph.ts` becomes ONNX operators of one set (`onnx-operators.ts`), weights raw float32.
 *
 * Message and field numbers are those of onnx.proto3, IR version 8; the wire format is the protobuf
 * library's.
 */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { INPUT, type Graph } from '#lib/core/graph.ts';
import { inferShapes, type MapShape } from '#lib/core/shapes.ts';
import type { StateDict } from '#lib/core/tensor.ts';
import {
	OPERATOR_SET,
	toOnnxNodes,
	type OnnxAttribute,
	type OnnxNode,
	type OnnxTensor
} from './onnx-operators.ts';

const IR_VERSION = 8;
const PRODUCER = 'RepGhost Notebook';
/** TensorProto.DataType. */
const DATA_TYPES = { float32: 1, int64: 7 } as const;
/** AttributeProto.AttributeType. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;

interface OnnxOptions {
	/** Name of the graph, shown by viewers. */
	readonly name: string;
	/** Of the picture, [1, C, H, W]; the file is for pictures of this shape. */
	readonly input: MapShape;
	/** For people: what goes in and comes out. */
	readonly description?: string;
	/** Key and value pairs kept in the file. */
	readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Writes a network in any form. The file has one input, `input`, and one output, named after the
 * graph's last node.
 *
 * @returns the bytes of a ModelProto
 * @throws Error for an operation that networks do not have, and for a missing weight
 */
export function serializeOnnx(graph: Graph, state: StateDict, options: OnnxOptions): Uint8Array {
	const shapes = inferShapes(graph, options.input);
	const nodes = graph.nodes.flatMap((node) => toOnnxNodes(node, state, shapes));
	const last = graph.nodes.find(({ name }) => name === graph.output)!;
	const output = shapes.get(graph.output)!;
	const writer = new BinaryWriter();
	integer(writer, 1, IR_VERSION);
	text(writer, 2, PRODUCER);
	if (options.description !== undefined) text(writer, 6, options.description);
	message(writer, 7, () => {
		for (const node of nodes) message(writer, 1, () => writeNode(writer, node));
		text(writer, 2, options.name);
		for (const tensor of nodes.flatMap(({ weights }) => weights)) {
			message(writer, 5, () => writeTensor(writer, tensor));
		}
		message(writer, 11, () => writeValue(writer, INPUT, options.input));
		message(writer, 12, () =>
			writeValue(
				writer,
				graph.output,
				// Logits have no rows and columns.
				last.operation.kind === 'linear' ? output.slice(0, 2) : output
			)
		);
	});
	message(writer, 8, () => integer(writer, 2, OPERATOR_SET));
	for (const [key, value] of Object.entries(options.metadata ?? {})) {
		message(writer, 14, () => {
			text(writer, 1, key);
			text(writer, 2, value);
		});
	}
	return writer.finish();
}

function integer(writer: BinaryWriter, field: number, value: number): void {
	writer.tag(field, WireType.Varint).int64(value);
}

function text(writer: BinaryWriter, field: number, value: string): void {
	writer.tag(field, WireType.LengthDelimited).string(value);
}

function message(writer: BinaryWriter, field: number, write: () => void): void {
	writer.tag(field, WireType.LengthDelimited).fork();
	write();
	writer.join();
}

/** A NodeProto. */
function writeNode(writer: BinaryWriter, node: OnnxNode): void {
	for (const input of node.inputs) text(writer, 1, input);
	text(writer, 2, node.output);
	text(writer, 3, node.name);
	text(writer, 4, node.operator);
	for (const [name, attribute] of Object.entries(node.attributes)) {
		message(writer, 5, () => writeAttribute(writer, name, attribute));
	}
}

/** An AttributeProto. */
function writeAttribute(writer: BinaryWriter, name: string, attribute: OnnxAttribute): void {
	text(writer, 1, name);
	switch (attribute.type) {
		case 'float':
			writer.tag(2, WireType.Bit32).float(attribute.value);
			break;
		case 'int':
			integer(writer, 3, attribute.value);
			break;
		case 'ints':
			for (const value of attribute.value) integer(writer, 8, value);
			break;
	}
	integer(writer, 20, ATTRIBUTE_TYPES[attribute.type]);
}

/** A TensorProto. */
function writeTensor(writer: BinaryWriter, { name, shape, type, bytes }: OnnxTensor): void {
	for (const size of shape) integer(writer, 1, size);
	integer(writer, 2, DATA_TYPES[type]);
	text(writer, 8, name);
	writer.tag(9, WireType.LengthDelimited).bytes(bytes);
}

/** A ValueInfoProto of a float32 tensor. */
function writeValue(writer: BinaryWriter, name: string, shape: readonly number[]): void {
	text(writer, 1, name);
	message(writer, 2, () => {
		message(writer, 1, () => {
			integer(writer, 1, DATA_TYPES.float32);
			message(writer, 2, () => {
				for (const size of shape) message(writer, 1, () => integer(writer, 1, size));
			});
		});
	});
}
