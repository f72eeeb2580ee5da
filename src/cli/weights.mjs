/**
 * `npm run weights -- repghostnet_050 ...`: fetches published weights into the site, for a classroom
 * without a network. The files lie in `static/weights/`, which is not committed, with a list of their
 * lengths and hashes as the hub gave them; the next build or start serves them.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { checkNode, PlainError, root, run, runAsProgram } from './project.mjs';

const usage = 'npm run weights -- network ... [--hub https://address] [--out folder]';

/**
 * Reads what is asked for; whether the networks exist is seen later.
 * @param {string[]} parameters
 * @returns {{ networks: string[], hub: string | null, out: string }}
 * @throws {PlainError} for an option it does not know, or an address that is none
 */
export function readOptions(parameters) {
	let parsed;
	try {
		parsed = parseArgs({
			args: parameters,
			allowPositionals: true,
			options: { hub: { type: 'string' }, out: { type: 'string' } }
		});
	} catch (error) {
		throw new PlainError(`${error instanceof Error ? error.message : error}\n${usage}`);
	}
	const { values, positionals } = parsed;
	const hub = values.hub?.replace(/\/+$/, '') ?? null;
	if (hub !== null && !/^https?:\/\/./.test(hub)) {
		throw new PlainError(`--hub: expected an address like https://example.org, found "${hub}".`);
	}
	return {
		networks: positionals.map((name) => name.replace(/^timm\//, '').replace(/\.in1k$/, '')),
		hub,
		out: resolve(root, values.out ?? join('static', 'weights'))
	};
}

await runAsProgram(import.meta.url, async () => {
	checkNode();
	const options = readOptions(process.argv.slice(2));
	ensureInstalled();
	// Only now: the bundler is a package that may not have been there before.
	const { bundleProgram } = await import('./typescript.mjs');
	const program = await bundleProgram('src/cli/weights/main.ts');
	if (!run(process.execPath, [program, JSON.stringify(options)])) process.exitCode = 1;
});
