/**
 * NumPy's .npy files (NEP 1, format versions 1.0 to 3.0) of little-endian float32 values in C order:
 * magic, version, header length, a header that is a Python dictionary, then the values.
 */
import { formatShape, sizeOf, type Tensor } from '#lib/core/tensor.ts';

/** A .npy file, or a tensor in one, that is not accepted; the message is one sentence for the reader. */
export class NpyError extends Error {
	override readonly name = 'NpyError';
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const FIELDS = ['descr', 'fortran_order', 'shape'] as const;
/** One `'key': value` of the header, and the comma or bracket after it. */
const ENTRY =
	/\s*(['"])(\w+)\1\s*:\s*('[^']*'|"[^"]*"|True|False|\([\dL,\s]*\)|\[[^\]]*\])\s*(,?)\s*(\}?)/y;
/** NumPy pads the header so that the values begin at a multiple of this. */
const ALIGNMENT = 64;
const LONGEST_QUOTE = 60;
/** As in NumPy. */
const MOST_AXES = 32;

function quote(text: string): string {
	return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** Where the header lies and what it says; throws when the file is none or ends before. */
function readHeaderText(bytes: Uint8Array): { text: string; end: number } {
	if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
		throw new NpyError(
			bytes.length === 0
				? 'This file is empty; expected a NumPy array (.npy).'
				: 'This file is not a NumPy array; expected a .npy file, which begins with \\x93NUMPY.'
		);
	}
	const version = bytes[6] ?? 0;
	const lengthBytes = version === 1 ? 2 : 4;
	if (bytes.length < 8 + lengthBytes) {
		throw new NpyError(`This .npy file is cut short: only ${bytes.length} bytes were found.`);
	}
	if (version < 1 || version > 3 || bytes[7] !== 0) {
		throw new NpyError(
			`This .npy file has version ${version}.${bytes[7]}; expected 1.0, 2.0 or 3.0.`
		);
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = 8 + lengthBytes;
	const end = start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
	if (end > bytes.length) {
		throw new NpyError(
			`This .npy file is cut short: a header up to byte ${end} was expected and ${bytes.length} bytes found.`
		);
	}
	return { text: new TextDecoder().decode(bytes.subarray(start, end)), end };
}

/** The header's dictionary as text by key; throws unless it holds the three known fields, each once. */
function parseHeader(text: string): Map<string, string> {
	const fields = new Map<string, string>();
	const opening = /^\s*\{/.exec(text);
	let position = opening ? opening[0].length : -1;
	while (position >= 0) {
		ENTRY.lastIndex = position;
		const match = ENTRY.exec(text);
		const [whole, , key = '', value = '', comma, bracket] = match ?? [''];
		const isWhole = match && !fields.has(key) && (comma || bracket);
		position = isWhole && fields.size < FIELDS.length ? position + whole.length : -1;
		if (position < 0) break;
		fields.set(key, value);
		if (bracket) {
			const isComplete = fields.size === FIELDS.length && FIELDS.every((name) => fields.has(name));
			if (isComplete && text.slice(position).trim() === '') return fields;
			position = -1;
		}
	}
	throw new NpyError(
		`The header of this .npy file should hold descr, fortran_order and shape; found ${quote(text.trim()) || 'nothing'}.`
	);
}

/** `(3, 224, 224)` as numbers; throws for sizes that no array in memory has. */
function parseShape(text: string): number[] {
	const isTuple = /^\(\s*(?:\d+L?\s*,\s*)*(?:\d+L?\s*)?\)$/.test(text);
	const shape = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
	const isSingle = shape.length === 1 && !text.includes(',');
	if (!isTuple || isSingle || shape.length > MOST_AXES) {
		throw new NpyError(
			`The shape in this .npy file should be like (3, 224, 224); found ${quote(text)}.`
		);
	}
	if (shape.includes(0) || !Number.isSafeInteger(sizeOf(shape) * 4)) {
		throw new NpyError(
			`The shape in this .npy file should have sides of at least 1 that fit into memory; found ${quote(text)}.`
		);
	}
	return shape;
}

/** The position of a value as NumPy writes it: `[0, 3, 5]`. */
function formatIndex(shape: readonly number[], offset: number): string {
	const index: number[] = [];
	let rest = offset;
	for (const extent of [...shape].reverse()) {
		index.unshift(rest % extent);
		rest = Math.floor(rest / extent);
	}
	return `[${index.join(', ')}]`;
}

/**
 * The array in a whole .npy file, of any shape, its values copied.
 * Throws NpyError with what was expected and found: another kind of file or of numbers, Fortran order,
 * a length that does not fit the shape, an empty side, a value that is not finite.
 */
export function parseNpy(bytes: Uint8Array): Tensor {
	const { text, end } = readHeaderText(bytes);
	const fields = parseHeader(text);
	const kind = fields.get('descr')!;
	if (kind.slice(1, -1) !== '<f4') {
		throw new NpyError(
			`The numbers in this .npy file should be little-endian float32 ('<f4'); found ${quote(kind)}. In NumPy, x.astype('<f4') makes them so.`
		);
	}
	if (fields.get('fortran_order') !== 'False') {
		throw new NpyError(
			`The values in this .npy file should be in C order (fortran_order False); found ${quote(fields.get('fortran_order')!)}. In NumPy, numpy.ascontiguousarray(x) puts them so.`
		);
	}
	const shape = parseShape(fields.get('shape')!);
	const expected = sizeOf(shape) * 4;
	if (bytes.length - end !== expected) {
		throw new NpyError(
			`${formatShape(shape)} values take ${expected} bytes in this .npy file; found ${bytes.length - end}.`
		);
	}
	// The web runs on little-endian machines only.
	const data = new Float32Array(new Uint8Array(bytes.subarray(end)).buffer);
	const bad = data.findIndex((value) => !Number.isFinite(value));
	if (bad >= 0) {
		throw new NpyError(
			`The values in this .npy file should be finite numbers; found ${data[bad]} at ${formatIndex(shape, bad)}.`
		);
	}
	return { shape, data };
}

/**
 * Throws NpyError unless the tensor has the shape a network takes, [channels, rows, columns].
 */
export function checkInputTensor(
	tensor: Tensor,
	expected: readonly [number, number, number]
): void {
	const found = tensor.shape;
	if (found.length === 3 && found.every((extent, axis) => extent === expected[axis])) return;
	throw new NpyError(
		`This network takes a tensor of shape [${expected.join(', ')}] (channels, rows, columns); found [${found.join(', ')}]${hintFor(found, expected[0])}.`
	);
}

/** What NumPy would do about the two shapes that are common elsewhere. */
function hintFor(found: readonly number[], channels: number): string {
	if (found.length === 3 && found[2] === channels) {
		return ', with the channels last; x.transpose(2, 0, 1) puts them first';
	}
	if (found.length === 4 && found[0] === 1) return '; x[0] leaves the batch out';
	return '';
}

/** The tensor as a .npy file, version 1.0, as `numpy.save` writes it. */
export function serializeNpy({ shape, data }: Tensor): Uint8Array<ArrayBuffer> {
	const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
	const fields = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
	const end = Math.ceil((10 + fields.length + 1) / ALIGNMENT) * ALIGNMENT;
	const header = `${fields.padEnd(end - 11)}\n`;
	const bytes = new Uint8Array(end + data.byteLength);
	bytes.set([...MAGIC, 1, 0, header.length & 0xff, header.length >> 8]);
	bytes.set(new TextEncoder().encode(header), 10);
	bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), end);
	return bytes;
}
