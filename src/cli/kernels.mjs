/**
 * Compiles the kernels of `src/kernels`: `npm run kernels`.
 *
 * The binary is kept in the repository, so that neither a build nor a test needs the compiler; a test
 * compiles again and compares the bytes.
 */
import asc from 'assemblyscript/asc';
import { join } from 'node:path';
import { PlainError, root, runAsProgram } from './project.mjs';

/** Where the binary lies in the repository. */
export const kernelsFile = 'src/lib/kernels/kernels.wasm';

const options = [
	['--optimizeLevel', '3'],
	['--shrinkLevel', '0'],
	['--noAssert'],
	['--enable', 'simd'],
	// The memory is that of TensorFlow.js's backend; the module brings neither data nor allocator.
	['--importMemory'],
	['--noExportMemory'],
	['--initialMemory', '1'],
	['--runtime', 'stub'],
	// Only kernels compiled together exchange vectors.
	['--disableWarning', '112']
].flat();

/**
 * Compiles `src/kernels/index.ts`.
 * @param {string} output path of the binary to write, relative to the project's root or absolute
 * @throws {PlainError} with the compiler's own messages
 */
export async function compileKernels(output) {
	const { error, stderr } = await asc.main(
		['src/kernels/index.ts', '--baseDir', root, '--outFile', output, ...options],
		{}
	);
	if (error) throw new PlainError(`${stderr.toString()}${error.message}`);
}

await runAsProgram(import.meta.url, async () => {
	await compileKernels(kernelsFile);
	console.log(`Wrote ${join(root, kernelsFile)}.`);
});
