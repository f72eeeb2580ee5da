/**
 * Builds the static site into `build/`, and knows when that is not needed.
 *
 * The build leaves a stamp, a hash of all it was made from, inside `build/`: whatever else writes
 * or removes that folder removes the stamp with it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOfflineList } from './offline-list.mjs';
import {
	basePath,
	buildFolder,
	checkNode,
	PlainError,
	root,
	run,
	runAsProgram
} from './project.mjs';

/** What a build is made from, relative to the root; folders with all they hold. */
const sources = [
	'content',
	'package-lock.json',
	'package.json',
	'src',
	'static',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

const stamp = join(buildFolder, '.made-from');

/**
 * Lists the files below a path in a fixed order.
 * @param {string} path a file or a folder, relative to the root
 * @returns {string[]} relative to the root; empty when there is no such path
 */
function filesBelow(path) {
	const absolute = join(root, path);
	if (!existsSync(absolute)) return [];
	if (!statSync(absolute).isDirectory()) return [path];
	return readdirSync(absolute)
		.sort()
		.flatMap((name) => filesBelow(`${path}/${name}`));
}

/**
 * The hash of everything a build depends on: names and contents of its sources, and the base path.
 * @returns {string} 64 hexadecimal digits
 */
function hashOfSources() {
	const hash = createHash('sha256').update(basePath());
	for (const path of sources.flatMap(filesBelow)) {
		const content = readFileSync(join(root, path));
		hash.update(`\0${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * Builds the site.
 * @param {{ aside?: boolean }} [options] as for `run`
 * @throws {PlainError} when the build fails
 */
function build(options) {
	// Taken first: a source changed during the build must lead to another one.
	const madeFrom = hashOfSources();
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	// The same sources make the same version: readers then keep the copy that they have.
	const env = { SITE_VERSION: madeFrom.slice(0, 10) };
	if (!run(process.execPath, [vite, 'build'], { ...options, env })) {
		throw new PlainError('The site could not be built: see the lines above.');
	}
	writeOfflineList(buildFolder);
	writeFileSync(stamp, madeFrom);
}

/**
 * Builds the site unless `build/` was made from just these sources.
 * @param {{ aside?: boolean }} [options] as for `run`
 * @throws {PlainError} when the build fails
 */
export function ensureBuilt(options) {
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()) return;
	console.error('Building the site ...');
	build(options);
}

await runAsProgram(import.meta.url, () => {
	checkNode();
	build();
});
