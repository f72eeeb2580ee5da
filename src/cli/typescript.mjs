/**
 * Runs this project's TypeScript under Node, which cannot: a program and all it imports from `src` are
 * bundled by the build tool into one file, as fast as the built site; packages stay where they are.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './project.mjs';

/** Bundles lie where Node finds the packages from, each in a folder of its own. */
const cache = join(root, 'node_modules', '.cache');

/**
 * Bundles a program; the bundle is gone when this process ends.
 * @param {string} entry path of a `.ts` file, relative to the root
 * @returns {Promise<string>} absolute path of a `.mjs` file that Node can run
 */
export async function bundleProgram(entry) {
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'program-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'warn',
		resolve: { alias: [{ find: /^#lib\//, replacement: `${join(root, 'src', 'lib')}/` }] },
		build: {
			ssr: join(root, entry),
			outDir: folder,
			minify: false,
			target: 'node20',
			rolldownOptions: { output: { entryFileNames: 'program.mjs', format: 'es' } }
		}
	});
	return join(folder, 'program.mjs');
}
