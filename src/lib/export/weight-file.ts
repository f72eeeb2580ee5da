/**
 * A reader's weight file, from its bytes to the tensors of a network. The header is read, and the file
 * refused or accepted, before any data; the data then comes in pieces, so that a file is never whole
 * in memory. Runs in a worker and in Node.
 */
import type { Architecture } from '#lib/core/network/architecture.ts';
import type { Branch, Form } from '#lib/core/graph.ts';
import { sizeOf, type StateDict, type Tensor } from '#lib/core/tensor.ts';
import { SNIFFED_BYTES } from './foreign-file.ts';
import { planReads, type Piece } from './read-plan.ts';
import {
	LENGTH_BYTES,
	parseHeader,
	readHeaderLength,
	type SafetensorsHeader
} from './safetensors-header.ts';
import { bytesPerValue, decodeValues } from './tensor-data.ts';
import { quote, WeightFileError } from './weight-file-error.ts';
import { identifyNetwork, type LocatedTensor, type NetworkIdentity } from './weight-identity.ts';

/** Where a file's bytes come from: a file that is read piece by piece, or bytes in memory. */
export interface ByteSource {
	/** Bytes in all. */
	readonly size: number;
	/** The bytes from `begin` up to `end`, not included. */
	read(begin: number, end: number): Promise<Uint8Array>;
}

/** A file of the reader's; nothing is read before it is asked for. */
export function blobSource(blob: Blob): ByteSource {
	return {
		size: blob.size,
		read: async (begin, end) => new Uint8Array(await blob.slice(begin, end).arrayBuffer())
	};
}

export function bytesSource(bytes: Uint8Array): ByteSource {
	return { size: bytes.length, read: async (begin, end) => bytes.subarray(begin, end) };
}

/** A network with its weights, as a file gave it. */
export interface WeightFile {
	readonly architecture: Architecture;
	readonly form: Form;
	/** True when the names fit a plain identity branch and no branch alike, and nothing says which. */
	readonly branchIsAGuess: boolean;
	/** Names of the classes, where the file carries them. */
	readonly labels: readonly string[] | null;
	/** Exactly the tensors of `buildNetwork(architecture, form)`, in its order. */
	readonly state: StateDict;
}

interface OpenOptions {
	/** Settles what the names in the file leave open. */
	readonly branch?: Branch | undefined;
	readonly signal?: AbortSignal | undefined;
	/** Called with 0 to 1 while the data is read. */
	readonly onProgress?: ((done: number) => void) | undefined;
}

/** Bytes read at once: between two reads the file can be given up. */
const READ_BYTES = 4 * 1024 * 1024;

/**
 * Opens a safetensors file of a RepGhostNet or GhostNet.
 *
 * @throws WeightFileError with one sentence that names the tensor, what was expected and what was
 * found; the signal's reason when it is aborted
 */
export async function openWeightFile(
	source: ByteSource,
	{ branch, signal, onProgress }: OpenOptions = {}
): Promise<WeightFile> {
	const header = await readHeader(source, signal);
	const { tensors, ...identity } = identifyNetwork(header, { branch });
	const state = new Map<string, Tensor>(
		tensors.map(({ parameter: { key, shape } }) => [
			key,
			{ shape, data: new Float32Array(sizeOf(shape)) }
		])
	);
	const total = tensors.reduce((sum, { begin, end }) => sum + end - begin, 0);
	let done = 0;
	onProgress?.(0);
	for (const { begin, end, pieces } of planReads(tensors, READ_BYTES)) {
		const { dataStart } = header;
		const bytes = await readBytes(source, dataStart + begin, dataStart + end, signal);
		for (const piece of pieces) {
			const values = bytes.subarray(piece.begin - begin, piece.end - begin);
			decodePiece(values, piece, state.get(piece.tensor.parameter.key)!.data);
			done += values.length;
		}
		onProgress?.(done / total);
	}
	return { ...identity, state };
}

/**
 * Which network a safetensors file holds, from its header alone.
 *
 * @throws WeightFileError as `openWeightFile` does
 */
export async function identifyWeights(source: ByteSource): Promise<NetworkIdentity> {
	return identifyNetwork(await readHeader(source));
}

async function readHeader(source: ByteSource, signal?: AbortSignal): Promise<SafetensorsHeader> {
	const start = await readBytes(source, 0, Math.min(SNIFFED_BYTES, source.size), signal);
	const headerEnd = LENGTH_BYTES + readHeaderLength(start, source.size);
	return parseHeader(await readBytes(source, LENGTH_BYTES, headerEnd, signal), source.size);
}

/** Decodes one piece of a tensor into its place in `target`, and refuses what no network holds. */
function decodePiece(
	bytes: Uint8Array,
	{ tensor, begin }: Piece<LocatedTensor>,
	target: Float32Array
): void {
	const { dtype, fileName, parameter } = tensor;
	const first = (begin - tensor.begin) / bytesPerValue(dtype);
	decodeValues(bytes, dtype, target, first);
	const isVariance = parameter.role === 'running_var';
	const last = first + bytes.length / bytesPerValue(dtype);
	for (let index = first; index < last; index++) {
		const value = target[index]!;
		if (Number.isFinite(value) && !(isVariance && value < 0)) continue;
		const expected = isVariance ? 'variances of 0 or more' : 'finite numbers';
		throw new WeightFileError(
			`Tensor ${quote(fileName)}: expected ${expected}, found ${value} at index ${index}.`
		);
	}
}

/**
 * Reads exactly the bytes asked for.
 *
 * @throws WeightFileError when the file cannot be read (it was moved or changed meanwhile), and the
 * signal's reason when it is aborted
 */
async function readBytes(
	source: ByteSource,
	begin: number,
	end: number,
	signal?: AbortSignal
): Promise<Uint8Array> {
	signal?.throwIfAborted();
	let bytes: Uint8Array;
	try {
		bytes = await source.read(begin, end);
	} catch (cause) {
		signal?.throwIfAborted();
		throw new WeightFileError('The file could not be read; it may have been moved or changed.', {
			cause
		});
	}
	signal?.throwIfAborted();
	if (bytes.length !== end - begin) {
		throw new WeightFileError(
			`The file changed while it was read: expected ${end - begin} bytes from byte ${begin} on, found ${bytes.length}.`
		);
	}
	return bytes;
}
