/** The compiled kernels: made from the sources beside them, and refused where they do not fit. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { KERNEL_NAMES } from '#lib/kernels/kernel-exports.ts';
import { KernelHost } from '#lib/kernels/kernel-host.ts';
import { registerTrainingKernels } from '#lib/kernels/register.ts';
import { compileKernels, kernelsFile } from '../../src/cli/kernels.mjs';
import { root } from '../../src/cli/project.mjs';
import { useTrainingKernels } from '../support/training-kernels.ts';

const binary = readFileSync(path.join(root, kernelsFile));
const module = new WebAssembly.Module(binary);

test('the binary is what its sources compile to', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'repghost-kernels-'));
	try {
		const file = path.join(folder, 'kernels.wasm');
		await compileKernels(file);
		expect(readFileSync(file).equals(binary), 'npm run kernels makes it anew').toBe(true);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('the binary brings kernels and nothing else', () => {
	expect(WebAssembly.Module.imports(module)).toEqual([
		{ module: 'env', name: 'memory', kind: 'memory' }
	]);
	const exported = WebAssembly.Module.exports(module);
	expect(exported.map(({ name }) => name).sort()).toEqual([...KERNEL_NAMES].sort());
	expect(exported.every(({ kind }) => kind === 'function')).toBe(true);
});

describe('refusals', () => {
	const memory = new WebAssembly.Memory({ initial: 1 });
	const backend = {
		wasm: { asm: { memory } },
		dataIdMap: { get: () => ({ memoryOffset: 0 }) },
		makeOutput: () => ({ dataId: {}, shape: [3], dtype: 'float32' as const }),
		incRef: () => undefined,
		disposeData: () => true
	};

	test.each([
		['wasm.asm.memory', { wasm: {} }],
		[
			'memory of its own thread',
			{
				wasm: {
					asm: { memory: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }) }
				}
			}
		],
		['dataIdMap', { dataIdMap: undefined }],
		['makeOutput', { makeOutput: undefined }],
		['incRef', { incRef: undefined }],
		['disposeData', { disposeData: undefined }]
	])('a backend without %s', (part, change) => {
		expect(() => new KernelHost(module, { ...backend, ...change })).toThrow(
			`inside the wasm backend of TensorFlow.js 4.22.0, but here it has no ${part}.`
		);
	});

	test('a binary of other sources', () => {
		const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
		expect(() => new KernelHost(empty, backend)).toThrow(
			/lacks clear, matMul, .*: npm run kernels makes it anew\./
		);
	});

	test('memory that has run out', () => {
		const host = new KernelHost(module, backend);
		expect(() => host.output([2, 3])).toThrow('no memory left for a tensor of 2 × 3');
	});

	test('numbers that are not floats', () => {
		const host = new KernelHost(module, backend);
		expect(() => host.pointer({ dataId: {}, shape: [1], dtype: 'int32' })).toThrow(
			'take float32, found int32'
		);
	});

	test('bytes that are no binary; the next try may be right', async () => {
		await expect(registerTrainingKernels(Uint8Array.of(1, 2, 3))).rejects.toThrow();
		await registerTrainingKernels(binary);
		expect(tf.getKernel('TrainingBatchNorm', 'wasm')).toBeDefined();
	});
});

describe('registered', () => {
	beforeAll(useTrainingKernels);

	test('once, however often it is called', async () => {
		const kernel = tf.getKernel(tf.Conv2D, 'wasm');
		await useTrainingKernels();
		expect(tf.getKernel(tf.Conv2D, 'wasm')).toBe(kernel);
	});

	test.each(['float32', 'int32', 'bool'] as const)(
		'clones of %s share their values',
		async (type) => {
			await tf.setBackend('wasm');
			const x = tf.tensor1d([1, 0, 1], type);
			const { numDataBuffers } = tf.memory();
			const y = x.clone();
			expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
			x.dispose();
			expect([...y.dataSync()]).toEqual([1, 0, 1]);
			y.dispose();
			expect(tf.memory().numDataBuffers).toBe(numDataBuffers - 1);
		}
	);

	test('a backend started again gets kernels over its own memory', async () => {
		const add = () =>
			tf.tidy(() => [
				...tf
					.conv2d(tf.ones<tf.Rank.R4>([1, 2, 2, 3]), tf.ones<tf.Rank.R4>([1, 1, 3, 1]), 1, 0)
					.dataSync()
			]);
		await tf.setBackend('wasm');
		expect(add()).toEqual([3, 3, 3, 3]);
		const factory = tf.findBackendFactory('wasm');
		tf.removeBackend('wasm');
		tf.registerBackend('wasm', factory);
		await tf.setBackend('wasm');
		expect(add()).toEqual([3, 3, 3, 3]);
	});
});
