/**
 * Makes deliberate mistakes in a copy of the project, one at a time, and checks that each turns a test
 * red: `npm run mutations`, or `npm run mutations -- kernel state` for those in files with such names. A
 * suite that stays green over wrong mathematics proves nothing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mutations } from './mutation-list.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const KERNEL_SOURCES = 'src/kernels/';

/** A copy of the sources whose dependencies are those of the project. */
function copyProject() {
	const copy = mkdtempSync(path.join(tmpdir(), 'repghost-mutations-'));
	for (const name of [
		'content',
		'src',
		'static',
		'tests',
		'package.json',
		'tsconfig.json',
		'vite.config.ts',
		'svelte.config.js'
	]) {
		cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
	}
	symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
	return copy;
}

/**
 * @param {string} folder
 * @param {string[]} tests
 */
function testsPass(folder, tests) {
	const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
	const { status } = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...tests], {
		cwd: folder,
		stdio: 'ignore'
	});
	return status === 0;
}

/**
 * Compiles the kernels of a copy, after a change of their sources.
 * @param {string} folder
 */
function compileKernels(folder) {
	const { status } = spawnSync(process.execPath, ['src/cli/kernels.mjs'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (status !== 0) throw new Error('The changed kernels do not compile.');
}

const words = process.argv.slice(2);
const chosen = mutations.filter(
	({ file }) => words.length === 0 || words.some((word) => file.includes(word))
);
if (chosen.length === 0) throw new Error(`No mistake is made in a file named ${words.join(', ')}.`);

const folder = copyProject();
let survivors = 0;
try {
	if (!testsPass(folder, [...new Set(chosen.flatMap(({ tests }) => tests))])) {
		throw new Error('The tests fail before any mistake is made.');
	}
	for (const { what, file, from, to, tests } of chosen) {
		const target = path.join(folder, file);
		const original = readFileSync(target, 'utf8');
		if (original.split(from).length !== 2) {
			throw new Error(`${file}: expected the line once: ${from}`);
		}
		writeFileSync(
			target,
			original.replace(from, () => to)
		);
		if (file.startsWith(KERNEL_SOURCES)) compileKernels(folder);
		const survived = testsPass(folder, tests);
		writeFileSync(target, original);
		if (file.startsWith(KERNEL_SOURCES)) compileKernels(folder);
		if (survived) survivors++;
		console.log(`${survived ? 'STAYED GREEN' : 'red         '}  ${what}`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
console.log(`${chosen.length - survivors} mistakes turned a test red, ${survivors} did not.`);
process.exitCode = survivors === 0 ? 0 : 1;
