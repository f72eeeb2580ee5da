/**
 * What the programs of this folder share: where the project is, which Node may run it, how it is
 * addressed, and how another program is started.
 *
 * `npm start` and `npm test` begin on a fresh clone, so this module, like every `.mjs` here, needs
 * nothing but Node: no package, and no TypeScript, which Node 20 cannot run.
 */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of the built site. */
export const buildFolder = join(root, 'build');

/** A fault whose message, one sentence with the remedy, is all that the reader needs. */
export class PlainError extends Error {}

/**
 * Tells whether a version of Node can build the site. The build tool (Vite 8) wants 20.19 or
 * newer in line 20, 22.12 or newer after it.
 * @param {string} version `major.minor.patch`
 * @returns {boolean}
 */
export function isSupportedNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major === 20) return minor >= 19;
	return major > 22 || (major === 22 && minor >= 12);
}

/**
 * Refuses a Node that cannot build the site.
 * @throws {PlainError} naming the version wanted and the version found
 */
export function checkNode() {
	const found = process.versions.node;
	if (isSupportedNode(found)) return;
	throw new PlainError(
		`This project needs Node 20.19 or newer (22.12 or newer after line 20), but this is Node ${found}: install a newer one from https://nodejs.org/ and try again.`
	);
}

/**
 * The sub-folder the site is served from: `BASE_PATH`, empty for the root of a host.
 * @returns {string} `''` or a path like `/notebook`, without a slash at its end
 * @throws {PlainError} when it is no such path
 */
export function basePath() {
	const base = process.env.BASE_PATH ?? '';
	if (/^(\/[\w.~-]+)*$/.test(base)) return base;
	throw new PlainError(
		`BASE_PATH must be empty or a path like /notebook without a slash at its end, but is "${base}".`
	);
}

/**
 * Starts a program in the project's root, its output going where ours goes, and waits for it.
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, aside?: boolean }} [options] variables to add;
 * limit in ms; aside: all of its output goes to standard error, as ours is for a machine
 * @returns {boolean} whether it ended well
 */
export function run(command, parameters, { env = {}, timeout, aside = false } = {}) {
	const { status } = spawnSync(command, parameters, {
		cwd: root,
		stdio: ['ignore', aside ? process.stderr : 'inherit', 'inherit'],
		env: { ...process.env, ...env },
		timeout
	});
	return status === 0;
}

/**
 * Runs npm: the one that started us where there is one, for Windows cannot start `npm` by name.
 * @param {string[]} parameters
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, aside?: boolean }} [options] as for `run`
 * @returns {boolean} whether it ended well
 */
export function runNpm(parameters, options) {
	const path = process.env.npm_execpath;
	if (path === undefined) return run('npm', parameters, options);
	return run(process.execPath, [path, ...parameters], options);
}

/**
 * Runs a program of this folder when it was started by name, and prints a plain error as one line.
 * @param {string} moduleAddress the program's `import.meta.url`
 * @param {() => void | Promise<void>} main
 */
export async function runAsProgram(moduleAddress, main) {
	const [, started] = process.argv;
	if (started === undefined || realpathSync(started) !== fileURLToPath(moduleAddress)) return;
	try {
		await main();
	} catch (error) {
		console.error(error instanceof PlainError ? error.message : error);
		process.exitCode = 1;
	}
}
