/**
 * `npm run check:pytorch`: runs every PyTorch snippet that the lessons show, and compares what it gives
 * with the same step in this project's own mathematics; then loads the weight files that the site writes
 * into PyTorch code, and has its ONNX files checked where Python has the package onnx. `-- --store` keeps
 * the numbers for the tests, which do not need PyTorch.
 */
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './install.mjs';
import { checkNode, PlainError, root, run, runAsProgram } from './project.mjs';

/**
 * The first of the Pythons that has PyTorch: the one named by PYTHON, or else the path's own, or
 * Debian's, whose `python3-torch` another Python on the path may hide.
 * @returns {string}
 * @throws {PlainError} when none has it
 */
function findPython() {
	const named = process.env.PYTHON;
	const candidates = named === undefined ? ['python3', '/usr/bin/python3'] : [named];
	const found = candidates.find((name) => {
		const { status } = spawnSync(name, ['-c', 'import torch'], { cwd: root, stdio: 'ignore' });
		return status === 0;
	});
	if (found !== undefined) return found;
	throw new PlainError(
		`No Python with PyTorch was found (tried ${candidates.join(', ')}): install Debian's python3-torch, or name one with PYTHON=/path/to/python3.`
	);
}

await runAsProgram(import.meta.url, async () => {
	checkNode();
	const parameters = process.argv.slice(2);
	const unknown = parameters.find((parameter) => parameter !== '--store');
	if (unknown !== undefined) {
		throw new PlainError(`Expected --store or nothing, found "${unknown}".`);
	}
	const python = findPython();
	ensureInstalled();
	// Only now: the bundler is a package that may not have been there before.
	const { bundleProgram } = await import('./typescript.mjs');
	const program = await bundleProgram('src/cli/snippets/main.ts');
	if (!run(process.execPath, [program, python, ...parameters])) process.exitCode = 1;
});
