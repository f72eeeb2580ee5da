/**
 * Writes into a built site the list of its files that a browser keeps for use without a network:
 * `offline.json`, with the length and the SHA-256 of each, and the build's version. Its form is checked
 * by `src/lib/offline/site-list.ts`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Not part of a copy: what only the network may say, pictures of the readme, weights of hundreds of MB. */
const leftOut =
	/^(?:\..*|offline\.json|service-worker\.js|_app\/version\.json|(?:readme|weights)\/.*)$/;

/**
 * In this order: what every page needs comes first, so that a page that is here always works. Figures come
 * before scripts of pages: what the reader's first page has loaded, scripts among it, is kept before all this.
 */
const order = [
	/^_app\/immutable\/workers\//,
	/^networks\/scenes-repghost\./,
	/^_app\//,
	/^(?!__data)[^/]+\.(?!html)[^/]+$/,
	/^(?:networks|runner|icons)/,
	/^(?:index\.html|__data\.json|404\.html)$/,
	/^lessons\//,
	/^(?:network|teach|exercises|tally)\//,
	/^(?!gallery|embed)/
];

/**
 * Lists the files below a folder.
 * @param {string} folder absolute path
 * @param {string} inside path of the folder in the site, empty or with a slash at its end
 * @returns {string[]} paths in the site
 */
function filesBelow(folder, inside = '') {
	return readdirSync(folder)
		.sort()
		.flatMap((name) => {
			const path = join(folder, name);
			return statSync(path).isDirectory() ? filesBelow(path, `${inside}${name}/`) : inside + name;
		});
}

/** @param {string} path */
function rank(path) {
	const found = order.findIndex((pattern) => pattern.test(path));
	return found < 0 ? order.length : found;
}

/**
 * Writes the list of a built site.
 * @param {string} folder absolute path of the site
 */
export function writeOfflineList(folder) {
	const { version } = JSON.parse(readFileSync(join(folder, '_app', 'version.json'), 'utf8'));
	const files = filesBelow(folder)
		.filter((path) => !leftOut.test(path))
		.sort((a, b) => rank(a) - rank(b))
		.map((path) => {
			const content = readFileSync(join(folder, path));
			return {
				address: path.replace(/(^|\/)index\.html$/, '$1'),
				bytes: content.length,
				sha256: createHash('sha256').update(content).digest('hex')
			};
		});
	writeFileSync(join(folder, 'offline.json'), JSON.stringify({ version, files }));
}
