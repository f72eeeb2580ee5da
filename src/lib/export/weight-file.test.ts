import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import type { Branch, Form } from '#lib/core/graph.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import {
	headerText,
	randomState,
	rawFile,
	SMALL_ARCHITECTURE
} from '../../../tests/support/weight-files.ts';
import { serializeSafetensors } from './safetensors.ts';
import { weightMetadata } from './weight-config.ts';
import { WeightFileError } from './weight-file-error.ts';
import { blobSource, bytesSource, openWeightFile, type ByteSource } from './weight-file.ts';

const FORMS: readonly Form[] = ['training-time', 'deploy', 'folded'];
const smallState = randomState(SMALL_ARCHITECTURE, 'training-time');
const smallFile = serializeSafetensors(smallState, {
	metadata: weightMetadata(SMALL_ARCHITECTURE, 'training-time')
});
const open = (bytes: Uint8Array, options?: { branch?: Branch }) =>
	openWeightFile(bytesSource(bytes), options);

/** The small network's file with one tensor replaced. */
function fileWith(key: string, change: (data: Float32Array) => void): Uint8Array {
	const changed = new Map<string, Tensor>(smallState);
	const { shape, data } = smallState.get(key)!;
	changed.set(key, { shape, data: data.slice() });
	change(changed.get(key)!.data);
	return serializeSafetensors(changed, {
		metadata: weightMetadata(SMALL_ARCHITECTURE, 'training-time')
	});
}

/** Overwrites one value in a file: the writer refuses what the reader must refuse. */
function poke(bytes: Uint8Array, key: string, index: number, value: number): Uint8Array {
	const text = headerText(bytes);
	const { data_offsets } = (JSON.parse(text) as Record<string, { data_offsets: number[] }>)[key]!;
	const poked = bytes.slice();
	const dataStart = 8 + new TextEncoder().encode(text).length;
	new DataView(poked.buffer).setFloat32(dataStart + data_offsets[0]! + 4 * index, value, true);
	return poked;
}

function expectSameState(found: StateDict, expected: StateDict): void {
	expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
	for (const [key, { shape, data }] of expected) {
		expect([key, found.get(key)!.shape]).toEqual([key, shape]);
		expect([key, Buffer.compare(bytesOf(found.get(key)!.data), bytesOf(data))]).toEqual([key, 0]);
	}
}
const bytesOf = (data: Float32Array) =>
	new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

describe('whole networks without configuration', () => {
	test.each([
		['repghostnet', 0.5, 10, 'training-time'],
		['repghostnet', 0.5, 10, 'deploy'],
		['repghostnet', 0.5, 1000, 'folded'],
		['ghostnet', 0.5, 10, 'training-time'],
		['ghostnet', 0.5, 10, 'folded']
	] as const)('%s %d, %i classes, %s', async (family, width, classes, form) => {
		const architecture = createArchitecture(family, { width, classes });
		const state = randomState(architecture, form);
		const opened = await open(serializeSafetensors(state));
		expect(opened.architecture).toEqual(architecture);
		expect(opened.form).toBe(form);
		expectSameState(opened.state, state);
	});
});

describe('small networks with configuration', () => {
	const branches = ['bn', 'identity', 'both', 'none'] as const;
	test.each(branches.flatMap((branch) => FORMS.map((form) => ({ branch, form }))))(
		'$branch, $form',
		async ({ branch, form }) => {
			const architecture = { ...SMALL_ARCHITECTURE, branch };
			const state = randomState(architecture, form);
			const metadata = weightMetadata(architecture, form, ['cat', 'dog', 'bird']);
			const opened = await open(serializeSafetensors(state, { metadata }));
			expect(opened).toMatchObject({ architecture, form, branchIsAGuess: false });
			expect(opened.labels).toEqual(['cat', 'dog', 'bird']);
			expectSameState(opened.state, state);
			// The order of the graph, not of the file.
			expect([...opened.state.keys()]).toEqual([
				...graphParameters(buildNetwork(architecture, form)).keys()
			]);
		}
	);

	test.each([
		['F16', 2 ** -11],
		['BF16', 2 ** -8]
	] as const)('%s', async (dtype, precision) => {
		const metadata = weightMetadata(SMALL_ARCHITECTURE, 'training-time');
		const { state } = await open(serializeSafetensors(smallState, { metadata, dtype }));
		for (const [key, { data }] of smallState) {
			const found = state.get(key)!.data;
			const worst = Math.max(
				...data.map((value, i) => Math.abs(found[i]! - value) - precision * Math.abs(value))
			);
			expect(worst).toBeLessThan(2 ** -25);
		}
	});

	test('counters are passed over, at whatever place', async () => {
		const metadata = weightMetadata(SMALL_ARCHITECTURE, 'training-time');
		const bytes = serializeSafetensors(smallState, { metadata });
		const header = JSON.parse(headerText(bytes)) as Record<string, { data_offsets: number[] }>;
		for (const [name, { data_offsets }] of Object.entries(header)) {
			if (name !== '__metadata__') header[name]!.data_offsets = data_offsets.map((at) => at + 8);
		}
		const counter = { dtype: 'I64', shape: [], data_offsets: [0, 8] };
		const dataStart = 8 + headerText(bytes).length;
		const data = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, ...bytes.subarray(dataStart)]);
		const opened = await open(rawFile({ ...header, 'bn1.num_batches_tracked': counter }, data));
		expectSameState(opened.state, smallState);
	});
});

describe('values that no network holds', () => {
	test.each([
		['conv_stem.weight', 5, NaN, 'expected finite numbers, found NaN at index 5.'],
		['classifier.bias', 2, Infinity, 'expected finite numbers, found Infinity at index 2.'],
		['bn1.running_mean', 0, -Infinity, 'expected finite numbers, found -Infinity at index 0.'],
		['bn1.running_var', 3, -0.25, 'expected variances of 0 or more, found -0.25 at index 3.'],
		['bn1.running_var', 3, NaN, 'expected variances of 0 or more, found NaN at index 3.']
	])('%s[%i] = %d', async (key, index, value, message) => {
		await expect(open(poke(smallFile, key, index, value))).rejects.toThrow(
			new WeightFileError(`Tensor "${key}": ${message}`)
		);
	});

	test('a variance of 0 and a negative mean are fine', async () => {
		const file = fileWith('bn1.running_var', (data) => data.fill(0));
		expect((await open(file)).state.get('bn1.running_var')!.data[3]).toBe(0);
		const { state } = await open(poke(smallFile, 'bn1.running_mean', 3, -0.25));
		expect(state.get('bn1.running_mean')!.data[3]).toBe(-0.25);
	});
});

describe('damaged files', () => {
	test('cut short and with bytes behind', async () => {
		const shorter = smallFile.slice(0, -4);
		await expect(open(shorter)).rejects.toThrow(
			/^Tensor ".+": expected data up to byte \d+, found/
		);
		const longer = Uint8Array.from([...smallFile, ...new Uint8Array(400)]);
		await expect(open(longer)).rejects.toThrow('The file has trailing bytes: expected');
	});

	test('any damage to the header gives a WeightFileError or the whole network', async () => {
		const headerEnd = 8 + headerText(smallFile).length;
		const flips = fc.array(fc.tuple(fc.nat(headerEnd - 1), fc.integer({ min: 1, max: 255 })), {
			minLength: 1,
			maxLength: 3
		});
		await fc.assert(
			fc.asyncProperty(flips, fc.option(fc.nat(smallFile.length - 1)), async (list, cut) => {
				const bytes = smallFile.slice(0, cut ?? smallFile.length);
				for (const [position, mask] of list) {
					if (position < bytes.length) bytes[position]! ^= mask;
				}
				const opened = await open(bytes).catch((error: unknown) => error);
				if (opened instanceof Error) {
					expect(opened).toBeInstanceOf(WeightFileError);
					expect(opened.message).toMatch(/^[^\n]{10,700}\.$/);
				} else {
					expect((opened as { state: StateDict }).state.size).toBe(smallState.size);
				}
			}),
			{ numRuns: 500 }
		);
	});
});

/** A file of `size` bytes that begins like `start`, and tells how much of it was read. */
function countingSource(start: Uint8Array, size: number): ByteSource & { bytesRead: number } {
	return {
		size,
		bytesRead: 0,
		async read(begin, end) {
			this.bytesRead += end - begin;
			const bytes = new Uint8Array(end - begin);
			bytes.set(start.subarray(begin, end));
			return bytes;
		}
	};
}

describe('reading', () => {
	const LARGE = 300 * 2 ** 20;

	test('300 MB that are not ours are refused after the header', async () => {
		const start = rawFile({
			'model.embed.weight': { dtype: 'F32', shape: [LARGE / 4], data_offsets: [0, LARGE] }
		});
		const source = countingSource(start, start.length + LARGE);
		await expect(openWeightFile(source)).rejects.toThrow('This is another network');
		expect(source.bytesRead).toBeLessThan(1000);
	});

	test('a web page of 300 MB, and a length beyond the file, are refused after 64 bytes', async () => {
		const page = countingSource(new TextEncoder().encode('<!doctype html>'), LARGE);
		await expect(openWeightFile(page)).rejects.toThrow('This is an HTML page');
		const lying = countingSource(rawFile({}, 0, 2n ** 63n), LARGE);
		await expect(openWeightFile(lying)).rejects.toThrow('9223372036854775808 bytes');
		expect([page.bytesRead, lying.bytesRead]).toEqual([64, 64]);
	});

	test('large tensors come in pieces of at most 4 MiB, and progress rises to 1', async () => {
		const architecture = createArchitecture('repghostnet', { width: 0.5 });
		const bytes = serializeSafetensors(randomState(architecture, 'folded'));
		const inner = bytesSource(bytes);
		const lengths: number[] = [];
		const progress: number[] = [];
		const source: ByteSource = {
			size: inner.size,
			read: (begin, end) => {
				lengths.push(end - begin);
				return inner.read(begin, end);
			}
		};
		await openWeightFile(source, { onProgress: (done) => progress.push(done) });
		expect(Math.max(...lengths)).toBeLessThanOrEqual(4 * 2 ** 20);
		expect(lengths.length).toBeGreaterThan(3);
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
		expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
	});

	test('an abort between two reads ends it with the reason of the signal', async () => {
		const architecture = createArchitecture('repghostnet', { width: 0.5 });
		const bytes = serializeSafetensors(randomState(architecture, 'folded'));
		const controller = new AbortController();
		const source = bytesSource(bytes);
		const read = vi.spyOn(source, 'read');
		const opening = openWeightFile(source, {
			signal: controller.signal,
			onProgress: (done) => done > 0 && controller.abort()
		});
		await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
		expect(read).toHaveBeenCalledTimes(3);
		await expect(
			openWeightFile(source, { signal: AbortSignal.abort(new Error('stopped')) })
		).rejects.toThrow('stopped');
		expect(read).toHaveBeenCalledTimes(3);
	});

	test('a Blob gives the same as its bytes', async () => {
		const blob = new Blob([new Uint8Array(smallFile)]);
		expectSameState((await openWeightFile(blobSource(blob))).state, smallState);
	});

	test('a file that vanishes or shrinks while it is read is refused in one sentence', async () => {
		const failing: ByteSource = {
			size: smallFile.length,
			read: () => Promise.reject(new DOMException('gone', 'NotReadableError'))
		};
		await expect(openWeightFile(failing)).rejects.toThrow(
			new WeightFileError('The file could not be read; it may have been moved or changed.')
		);
		const shrinking: ByteSource = {
			size: smallFile.length,
			read: async (begin, end) => smallFile.slice(begin, Math.min(end, 20))
		};
		await expect(openWeightFile(shrinking)).rejects.toThrow(
			'The file changed while it was read: expected 64 bytes from byte 0 on, found 20.'
		);
	});

	test('the tensors are copies: the file may be reused', async () => {
		const bytes = smallFile.slice();
		const { state } = await open(bytes);
		bytes.fill(0);
		expectSameState(state, smallState);
	});
});
