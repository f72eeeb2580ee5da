/** The training kernels in Node, for tests and benchmarks. */
import { readFile } from 'node:fs/promises';
import { registerTrainingKernels } from '#lib/kernels/register.ts';
import './tensorflow.ts';

const binary = new URL('../../src/lib/kernels/training-kernels.wasm', import.meta.url);

/** Registers them; call it before the first use of the wasm backend in a file, in `beforeAll`. */
export async function useTrainingKernels(): Promise<void> {
	await registerTrainingKernels(await readFile(binary));
}
