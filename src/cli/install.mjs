/**
 * Installs the packages of `package-lock.json`, unless `node_modules` holds exactly those already.
 *
 * npm keeps the list of what it installed in `node_modules/.package-lock.json`, in the lockfile's
 * own format, so the two lists can be compared whoever ran npm.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, root, runNpm } from './project.mjs';

/**
 * One entry of a lockfile's `packages`.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 */

/**
 * Lists the packages that an installation lacks or has in another version.
 * @param {Record<string, LockedPackage>} wanted `packages` of `package-lock.json`, path -> entry
 * @param {Record<string, LockedPackage>} installed the same of `node_modules/.package-lock.json`
 * @returns {string[]} their paths
 */
export function missingPackages(wanted, installed) {
	return Object.entries(wanted)
		.filter(([path, entry]) => {
			const found = installed[path];
			// The project itself is the entry ''; optional packages may be for other machines.
			if (path === '' || (found === undefined && entry.optional)) return false;
			return found?.version !== entry.version || found?.integrity !== entry.integrity;
		})
		.map(([path]) => path);
}

/**
 * Reads `packages` of a lockfile.
 * @param {string} path
 * @returns {Record<string, LockedPackage>} empty when there is no such file
 */
function readPackages(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/**
 * Brings `node_modules` to what the lockfile says; quick when it is there already.
 * @throws {PlainError} when npm cannot
 */
export function ensureInstalled() {
	const wanted = readPackages(join(root, 'package-lock.json'));
	const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
	if (missingPackages(wanted, installed).length === 0) return;
	console.error('Installing packages (once, about a minute) ...');
	// `--include=dev`: NODE_ENV=production must not leave out the tools that build the site.
	const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
	if (runNpm(parameters, { aside: true })) return;
	throw new PlainError(
		'The packages could not be installed: see the lines of npm above, check the network, and try again.'
	);
}
