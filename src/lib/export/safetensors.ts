/**
 * Whole safetensors files in memory: any file of float tensors is read, and the files of this project
 * are written. The format is described in `safetensors-header.ts`; networks from readers' files go
 * through `weight-file.ts`, which checks far more.
 */
import { formatShape, sizeOf, type Tensor } from '#lib/core/tensor.ts';
import { SNIFFED_BYTES } from './foreign-file.ts';
import { LENGTH_BYTES, parseHeader, readHeaderLength } from './safetensors-header.ts';
import {
	bytesPerValue,
	decodeValues,
	encodeValues,
	FLOAT_TYPES,
	isFloatType,
	type FloatType
} from './tensor-data.ts';
import { quote, WeightFileError } from './weight-file-error.ts';

interface Safetensors {
	/** In the order of the header; the values as they are, NaN and infinities too. */
	readonly tensors: ReadonlyMap<string, Tensor>;
	readonly metadata: ReadonlyMap<string, string>;
}

/**
 * Reads a whole file of F32, F16 or BF16 tensors.
 *
 * @throws WeightFileError for anything that is not such a file
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
	const length = readHeaderLength(bytes.subarray(0, SNIFFED_BYTES), bytes.length);
	const { metadata, entries, dataStart } = parseHeader(
		bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length),
		bytes.length
	);
	const tensors = new Map<string, Tensor>();
	for (const [name, { dtype, shape, begin, end }] of entries) {
		if (!isFloatType(dtype)) {
			throw new WeightFileError(
				`Tensor ${quote(name)}: expected the type ${FLOAT_TYPES.join(', ')}, found ${dtype}.`
			);
		}
		const data = new Float32Array(sizeOf(shape));
		decodeValues(bytes.subarray(dataStart + begin, dataStart + end), dtype, data);
		tensors.set(name, { shape, data });
	}
	return { tensors, metadata };
}

/**
 * Writes tensors as a safetensors file, byte for byte the same for the same tensors: metadata first,
 * then the tensors sorted by name, the header padded with spaces so that the data begins at a
 * multiple of 8.
 *
 * @throws Error naming the tensor, when its shape and length disagree, its name is reserved, or a
 * value is not finite in the type asked for
 */
export function serializeSafetensors(
	tensors: ReadonlyMap<string, Tensor>,
	options: { readonly metadata?: Readonly<Record<string, string>>; readonly dtype?: FloatType } = {}
): Uint8Array<ArrayBuffer> {
	const { metadata, dtype = 'F32' } = options;
	const sorted = [...tensors].sort(([a], [b]) => (a < b ? -1 : 1));
	const fields = metadata ? [`"__metadata__":${JSON.stringify(metadata)}`] : [];
	const begins: number[] = [];
	let end = 0;
	for (const [name, { shape, data }] of sorted) {
		checkWritable(name, { shape, data });
		begins.push(end);
		end += data.length * bytesPerValue(dtype);
		const entry = { dtype, shape, data_offsets: [begins.at(-1), end] };
		fields.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
	}
	const header = new TextEncoder().encode(`{${fields.join(',')}}`);
	const dataStart = LENGTH_BYTES + Math.ceil(header.length / 8) * 8;
	const bytes = new Uint8Array(dataStart + end);
	const view = new DataView(bytes.buffer);
	view.setBigUint64(0, BigInt(dataStart - LENGTH_BYTES), true);
	bytes.set(header, LENGTH_BYTES);
	bytes.fill(' '.charCodeAt(0), LENGTH_BYTES + header.length, dataStart);
	for (const [index, [name, { data }]] of sorted.entries()) {
		const refused = encodeValues(data, dtype, view, dataStart + begins[index]!);
		if (refused !== undefined) {
			throw new Error(
				`Tensor ${quote(name)}: expected numbers that ${dtype} can hold, found ${data[refused]} at index ${refused}.`
			);
		}
	}
	return bytes;
}

function checkWritable(name: string, { shape, data }: Tensor): void {
	if (name === '__metadata__' || name === '__proto__') {
		throw new Error(`A tensor cannot be called ${quote(name)}: the format reserves the name.`);
	}
	if (data.length === 0) {
		throw new Error(`Tensor ${quote(name)}: expected at least one value, found none.`);
	}
	if (data.length !== sizeOf(shape)) {
		throw new Error(
			`Tensor ${quote(name)}: expected ${sizeOf(shape)} values for ${formatShape(shape)}, found ${data.length}.`
		);
	}
}
