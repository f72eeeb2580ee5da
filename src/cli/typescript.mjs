/**
 * Runs this project's TypeScript under Node, which cannot: a program and all it imports from `src` are
 * bundled by the build tool into one file, as fast as the built site; packages stay where they are.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './project.mjs';

/** Where bundles lie; never committed, made anew for each run. */
const folder = join(root, 'node_modules', '.cache', 'repghost-notebook');

/**
 * Bundles a program.
 * @param {string} entry path of a `.ts` file, relative to the root
 * @param {string} name of the bundle, without ending
 * @returns {Promise<string>} absolute path of a `.mjs` file that Node can run
 */
export async function bundleProgram(entry, name) {
	await build({
		root,
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: [{ find: /^#lib\//, replacement: `${join(root, 'src', 'lib')}/` }] },
		build: {
			ssr: join(root, entry),
			outDir: folder,
			emptyOutDir: false,
			minify: false,
			target: 'node20',
			rolldownOptions: { output: { entryFileNames: `${name}.mjs`, format: 'es' } }
		}
	});
	return join(folder, `${name}.mjs`);
}
