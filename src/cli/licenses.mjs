/**
 * Writes the licences of everything the site ships into `licenses.txt`, in place of the banners that
 * the build strips from the code: the packages of `dependencies` with all theirs, and whatever else
 * was bundled (Svelte's and SvelteKit's run-time code).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** One shipped package. @typedef {{ name: string, version: string, license: string, text: string }} Shipped */

/**
 * Lists the folders of the packages that `dependencies` brings in, from the lockfile.
 * @returns {string[]} paths like `node_modules/d3`
 */
function productionFolders() {
	const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
	return Object.keys(packages).filter(
		(path) => path !== '' && !packages[path].dev && existsSync(join(root, path))
	);
}

/**
 * Names the folder of the package that a bundled module belongs to.
 * @param {string} id the module's path
 * @returns {string | undefined} a path like `node_modules/svelte`; undefined for our own modules
 */
export function packageFolder(id) {
	const parts = id.replaceAll('\\', '/').split('?')[0]?.split('/node_modules/') ?? [];
	const inside = parts.at(-1);
	if (parts.length < 2 || inside === undefined) return undefined;
	const name = inside.split('/').slice(0, inside.startsWith('@') ? 2 : 1);
	const above = parts.slice(1, -1).map((part) => `node_modules/${part}/`);
	return `${above.join('')}node_modules/${name.join('/')}`;
}

/**
 * Cuts the licence out of a package's README: all that follows a heading with that word.
 * @param {string} readme
 * @returns {string} empty when there is none
 */
export function licenseOfReadme(readme) {
	const heading = /^(?:#+ *licen[cs]e.*|licen[cs]e.*\n[-=]{3,}) *\n/im.exec(readme);
	return heading === null ? '' : readme.slice(heading.index + heading[0].length).trim();
}

/**
 * Reads what a package says of itself.
 * @param {string} folder a path like `node_modules/d3`
 * @returns {Shipped} `text` is empty when the package carries no licence
 */
function readPackage(folder) {
	const { name, version, license } = JSON.parse(
		readFileSync(join(root, folder, 'package.json'), 'utf8')
	);
	const files = readdirSync(join(root, folder));
	/** @type {(pattern: RegExp) => string} */
	const read = (pattern) =>
		files
			.filter((file) => pattern.test(file))
			.map((file) =>
				readFileSync(join(root, folder, file), 'utf8')
					.replaceAll('\r\n', '\n')
					.trim()
			)
			.join('\n\n');
	const text = read(/^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i);
	return {
		name,
		version,
		license: license ?? 'see below',
		text: text || licenseOfReadme(read(/^readme\.md$/i))
	};
}

/**
 * Lays out the file: each licence text once, below the packages it covers. A package under
 * Apache-2.0 that carries no text gets the one that another carries, for that names no owner.
 * @param {Shipped[]} packages
 * @returns {string}
 */
export function layoutLicenses(packages) {
	const apache = packages.find(
		(entry) => entry.license === 'Apache-2.0' && entry.text !== ''
	)?.text;
	/** @type {Map<string, string[]>} */
	const namesByText = new Map();
	for (const { name, version, license, text } of packages) {
		const missing = `The package carries no licence file; its package.json says ${license}.`;
		const shown = text || (license.startsWith('Apache-2.0') ? apache : undefined) || missing;
		namesByText.set(shown, [...(namesByText.get(shown) ?? []), `${name} ${version} (${license})`]);
	}
	const parts = [...namesByText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
	const head =
		'This site is built from the packages below; each comes under the licence that follows it.';
	return [head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/**
 * The Vite plugin that adds `licenses.txt` to the built site.
 * @returns {import('vite').Plugin}
 */
export function licenses() {
	return {
		name: 'licenses',
		apply: 'build',
		generateBundle() {
			if (this.environment.name !== 'client') return;
			const bundled = [...this.getModuleIds()].map(packageFolder);
			const folders = new Set([...productionFolders(), ...bundled]);
			const packages = [...folders].flatMap((folder) => (folder ? [readPackage(folder)] : []));
			packages.sort((a, b) => a.name.localeCompare(b.name, 'en'));
			this.emitFile({
				type: 'asset',
				fileName: 'licenses.txt',
				source: layoutLicenses(packages)
			});
		}
	};
}
