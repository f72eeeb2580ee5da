/**
 * The header of a safetensors file, checked before anything else of the file is read.
 *
 * Format (the safetensors repository's README): 8 bytes with the header's length n as an unsigned
 * little-endian integer; n bytes of JSON, an object that begins with `{` and may be padded with
 * spaces; then the data. The object maps a tensor's name to `dtype`, `shape` and `data_offsets`
 * [begin, end), counted from the end of the header; `__metadata__` maps text to text. The tensors
 * cover the data without gap or overlap.
 */
import { formatShape, sizeOf } from '#lib/core/tensor.ts';
import { refuseForeign } from './foreign-file.ts';
import { entriesOf, parseStrictJson } from './strict-json.ts';
import { checkTiling } from './tensor-ranges.ts';
import { describeValue, quote, WeightFileError } from './weight-file-error.ts';

/** Bytes per value of every type that the format knows. */
const TYPE_BYTES: ReadonlyMap<string, number> = new Map([
	...['BOOL', 'U8', 'I8', 'F8_E5M2', 'F8_E4M3'].map((type) => [type, 1] as const),
	...['I16', 'U16', 'F16', 'BF16'].map((type) => [type, 2] as const),
	...['I32', 'U32', 'F32'].map((type) => [type, 4] as const),
	...['I64', 'U64', 'F64'].map((type) => [type, 8] as const)
]);

export interface TensorEntry {
	/** One of the format's types: `F32`. */
	readonly dtype: string;
	readonly shape: readonly number[];
	/** First byte, counted from the start of the data. */
	readonly begin: number;
	/** The byte behind the last. */
	readonly end: number;
}

export interface SafetensorsHeader {
	readonly metadata: ReadonlyMap<string, string>;
	/** In the order of the file's header. */
	readonly entries: ReadonlyMap<string, TensorEntry>;
	/** Where the data begins in the file. */
	readonly dataStart: number;
}

/** Bytes before the header: its length. */
export const LENGTH_BYTES = 8;

/**
 * A RepGhostNet's header takes 0.1 MB. The format allows 100 MB, which would be seconds of parsing
 * for a file that cannot be ours.
 */
const LONGEST_HEADER = 8 * 1024 * 1024;
const HIGHEST_RANK = 8;
const LARGEST_EXTENT = 2 ** 31;

/**
 * The header's length in bytes, from the first bytes of the file (8, or more to recognise other
 * kinds of file).
 *
 * @throws WeightFileError when the file is too short, of another kind, or the length impossible
 */
export function readHeaderLength(start: Uint8Array, fileSize: number): number {
	if (fileSize === 0) throw new WeightFileError('The file is empty; expected a safetensors file.');
	if (fileSize < LENGTH_BYTES || start.length < LENGTH_BYTES) {
		refuseForeign(start);
		throw new WeightFileError(
			`The file is cut short: expected at least ${LENGTH_BYTES} bytes, found ${fileSize}.`
		);
	}
	const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
	const room = fileSize - LENGTH_BYTES;
	if (length <= BigInt(Math.min(room, LONGEST_HEADER))) return Number(length);
	refuseForeign(start);
	throw new WeightFileError(
		length > BigInt(room)
			? `The file is cut short or damaged: expected a header of ${length} bytes, found ${room} bytes in the rest of the file.`
			: `The header is too long: expected at most ${LONGEST_HEADER} bytes, found ${length}.`
	);
}

/**
 * Parses and checks a header.
 *
 * @param bytes the header alone, as long as `readHeaderLength` says
 * @throws WeightFileError naming the tensor, what was expected and what was found
 */
export function parseHeader(bytes: Uint8Array, fileSize: number): SafetensorsHeader {
	const fields = entriesOf(parseStrictJson(decodeText(bytes), 'The header'));
	if (!fields) {
		throw new WeightFileError(
			'The header: expected a JSON object that lists the tensors, found another JSON value.'
		);
	}
	const metadata = parseMetadata(fields.get('__metadata__'));
	fields.delete('__metadata__');
	const entries = new Map<string, TensorEntry>();
	for (const [name, field] of fields) entries.set(name, parseEntry(name, field));
	const dataStart = LENGTH_BYTES + bytes.length;
	checkTiling(entries, fileSize - dataStart);
	return { metadata, entries, dataStart };
}

function decodeText(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new WeightFileError(
			'The header: expected text in UTF-8, found bytes that are not; this may not be a safetensors file.'
		);
	}
}

function parseMetadata(value: unknown): Map<string, string> {
	const metadata = new Map<string, string>();
	if (value === undefined) return metadata;
	const fields = entriesOf(value);
	if (!fields) {
		throw new WeightFileError(
			`"__metadata__": expected an object of texts, found ${describeValue(value)}.`
		);
	}
	for (const [name, text] of fields) {
		if (typeof text !== 'string') {
			throw new WeightFileError(
				`"__metadata__": expected a text under ${quote(name)}, found ${describeValue(text)}.`
			);
		}
		metadata.set(name, text);
	}
	return metadata;
}

function parseEntry(name: string, value: unknown): TensorEntry {
	const refuse = (expected: string, found: string): never => {
		throw new WeightFileError(`Tensor ${quote(name)}: expected ${expected}, found ${found}.`);
	};
	const fields = entriesOf(value);
	if (!fields) return refuse('an object with type, shape and offsets', describeValue(value));
	for (const key of fields.keys()) {
		if (!['dtype', 'shape', 'data_offsets'].includes(key)) {
			refuse('only "dtype", "shape" and "data_offsets"', quote(key));
		}
	}
	const dtype = fields.get('dtype');
	const bytes = typeof dtype === 'string' ? TYPE_BYTES.get(dtype) : undefined;
	if (typeof dtype !== 'string' || bytes === undefined) {
		return refuse('a type such as "F32"', describeValue(dtype));
	}
	const shape = fields.get('shape');
	if (!isShape(shape)) {
		return refuse(
			`a shape of at most ${HIGHEST_RANK} whole numbers from 1 to ${LARGEST_EXTENT}`,
			describeValue(shape)
		);
	}
	const offsets = fields.get('data_offsets');
	if (!isRange(offsets)) {
		return refuse(
			'two offsets in whole bytes, the first not above the second',
			describeValue(offsets)
		);
	}
	const [begin, end] = offsets;
	if (end - begin !== sizeOf(shape) * bytes) {
		refuse(
			`${sizeOf(shape) * bytes} bytes for ${formatShape(shape)} in ${dtype}`,
			`${end - begin} bytes (offsets ${begin} to ${end})`
		);
	}
	return { dtype, shape: [...shape], begin, end };
}

function isShape(value: unknown): value is number[] {
	return (
		Array.isArray(value) &&
		value.length <= HIGHEST_RANK &&
		value.every((extent) => Number.isInteger(extent) && extent >= 1 && extent <= LARGEST_EXTENT) &&
		Number.isSafeInteger(8 * sizeOf(value))
	);
}

function isRange(value: unknown): value is [number, number] {
	return (
		Array.isArray(value) &&
		value.length === 2 &&
		value.every((offset) => Number.isSafeInteger(offset) && offset >= 0) &&
		value[0] <= value[1]
	);
}
