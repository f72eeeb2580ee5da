/**
 * The site's build imports the kernel's worker from `virtual:kernel-script`: all of it, TensorFlow.js
 * included, as the text of one classic script. A page hands that text to the kernel, which may fetch
 * nothing itself.
 */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const NAME = 'virtual:kernel-script';
const RESOLVED = `\0${NAME}`;
const ENTRY = fileURLToPath(new URL('../lib/kernel/kernel.worker.ts', import.meta.url));

/** The script, minified, without its licence banners (`licenses.txt` has them). */
export async function buildKernelScript(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { '#lib': fileURLToPath(new URL('../lib', import.meta.url)) } },
		build: {
			write: false,
			minify: true,
			rolldownOptions: {
				input: ENTRY,
				output: { format: 'iife', comments: { legal: false, annotation: false, jsdoc: false } }
			}
		}
	});
	const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
		'output' in one ? one.output : []
	);
	const [script] = outputs;
	if (outputs.length !== 1 || script?.type !== 'chunk') {
		throw new Error(`Kernel script: expected one file, found ${outputs.length}.`);
	}
	return script.code;
}

export function kernelScript(): Plugin {
	/** Made once, for the pages and for those that are built from them. */
	let script: Promise<string> | undefined;
	return {
		name: 'kernel-script',
		resolveId: (id) => (id === NAME ? RESOLVED : null),
		async load(id, options) {
			if (id !== RESOLVED) return null;
			// Pages without a script run no code.
			if (options?.ssr && !process.env.VITEST) return `export default '';`;
			script ??= buildKernelScript();
			return `export default ${JSON.stringify(await script)};`;
		}
	};
}
