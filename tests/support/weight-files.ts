/** Weight files made in the test: whole networks, bare headers, and files that are wrong on purpose. */
import { createArchitecture, type Architecture } from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { sizeOf, type StateDict } from '#lib/core/tensor.ts';
import type { SafetensorsHeader, TensorEntry } from '#lib/export/safetensors-header.ts';

/** Three bottlenecks with squeeze-excite, stride and all three kinds of shortcut; 3 classes. */
export const SMALL_ARCHITECTURE: Architecture = createArchitecture('repghostnet', {
	width: 0.5,
	classes: 3,
	inputShape: [3, 16, 16],
	stem: 8,
	stages: [
		[{ kernel: 3, expansion: 8, out: 8, squeezeExcite: false, stride: 1 }],
		[
			{ kernel: 5, expansion: 16, out: 24, squeezeExcite: true, stride: 2 },
			{ kernel: 3, expansion: 24, out: 24, squeezeExcite: false, stride: 1 }
		]
	],
	head: 8
});

/** Pseudo-random weights of a network in any form. */
export function randomState(architecture: Architecture, form: Form, seed = 1): StateDict {
	const graph = buildNetwork(architecture, 'training-time');
	const gains = NETWORK_GAINS[architecture.family];
	return foldStateDict(graph, randomStateDict(graph, seed, gains), form);
}

/** The tensors of a network as a header lists them, in running order, without any data. */
export function networkEntries(
	architecture: Architecture,
	form: Form,
	rename: (key: string) => string = (key) => key
): Map<string, TensorEntry> {
	let end = 0;
	return new Map(
		[...graphParameters(buildNetwork(architecture, form)).values()].map(({ key, shape }) => {
			const begin = end;
			end += 4 * sizeOf(shape);
			return [rename(key), { dtype: 'F32', shape, begin, end }] as const;
		})
	);
}

export function headerOf(
	entries: ReadonlyMap<string, TensorEntry>,
	metadata: Readonly<Record<string, string>> = {}
): SafetensorsHeader {
	return { metadata: new Map(Object.entries(metadata)), entries, dataStart: 8 };
}

/**
 * A file as the bytes say, right or wrong.
 *
 * @param header the header's text, or a value to be written as JSON
 * @param data the data, or how many zeros
 * @param length the length that the first 8 bytes claim; by default the true one
 */
export function rawFile(
	header: unknown,
	data: Uint8Array | number = 0,
	length?: bigint
): Uint8Array {
	const text = typeof header === 'string' ? header : JSON.stringify(header);
	const headerBytes = new TextEncoder().encode(text);
	const dataBytes = typeof data === 'number' ? new Uint8Array(data) : data;
	const start = new Uint8Array(8);
	new DataView(start.buffer).setBigUint64(0, length ?? BigInt(headerBytes.length), true);
	return Uint8Array.from([...start, ...headerBytes, ...dataBytes]);
}

/** The JSON header of a file, for changing. */
export function headerText(bytes: Uint8Array): string {
	const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
	return new TextDecoder().decode(bytes.subarray(8, 8 + length));
}

/**
 * A file as timm writes it: float32 tensors under state-dict keys, and beside each batch norm's running
 * statistics the counter of its batches, which nothing reads.
 */
export function timmFile(state: StateDict): Uint8Array<ArrayBuffer> {
	const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
	const parts: Uint8Array[] = [];
	let end = 0;
	const add = (key: string, dtype: string, shape: readonly number[], data: Uint8Array) => {
		const begin = end;
		end += data.length;
		header[key] = { dtype, shape, data_offsets: [begin, end] };
		parts.push(data);
	};
	for (const [key, { shape, data }] of state) {
		add(key, 'F32', shape, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
		if (key.endsWith('.running_var')) {
			add(
				key.replace('running_var', 'num_batches_tracked'),
				'I64',
				[],
				Uint8Array.of(7, 0, 0, 0, 0, 0, 0, 0)
			);
		}
	}
	const text = new TextEncoder().encode(JSON.stringify(header));
	const length = new Uint8Array(8);
	new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
	return new Uint8Array(Buffer.concat([length, text, ...parts]));
}
