/**
 * `npm run train`: makes the networks that the site ships, from nothing but this repository. Draws the
 * pictures, trains the networks side by side on the cores there are, examines the files, and writes
 * them with their model cards.
 *
 * A run that was stopped goes on where its last checkpoint is, to the same bits; checkpoints and
 * pictures lie in `.training/`. `--miniature` trains on a few small pictures for a minute, to see that
 * all of it works; its files lie beside the checkpoints.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { checkNode, PlainError, root, runAsProgram } from './project.mjs';

/** Names of the networks, as in `src/lib/core/network/shipped-networks.ts`. */
export const slugs = [
	'scenes-repghost',
	'scenes-repghost-identity',
	'scenes-repghost-plain',
	'scenes-ghost'
];

const usage = `npm run train [-- [network ...] [--jobs N] [--out folder] [--work folder] [--miniature] [--fresh]]
networks: ${slugs.join(', ')}; all of them when none is named`;

/**
 * Reads what is asked for.
 * @param {string[]} parameters
 * @returns {{ networks: string[], jobs: number, out: string, work: string, recipe: string, fresh: boolean }}
 * @throws {PlainError} for anything it does not know
 */
export function readOptions(parameters) {
	let parsed;
	try {
		parsed = parseArgs({
			args: parameters,
			allowPositionals: true,
			options: {
				jobs: { type: 'string', default: String(Math.min(availableParallelism(), slugs.length)) },
				out: { type: 'string' },
				work: { type: 'string', default: '.training' },
				miniature: { type: 'boolean', default: false },
				fresh: { type: 'boolean', default: false }
			}
		});
	} catch (error) {
		throw new PlainError(`${error instanceof Error ? error.message : error}\n${usage}`);
	}
	const { values, positionals } = parsed;
	const unknown = positionals.find((slug) => !slugs.includes(slug));
	if (unknown !== undefined) {
		throw new PlainError(`Network: expected one of ${slugs.join(', ')}, found "${unknown}".`);
	}
	const jobs = Number(values.jobs);
	if (!Number.isInteger(jobs) || jobs < 1) {
		throw new PlainError(`--jobs: expected a whole number from 1 on, found "${values.jobs}".`);
	}
	return {
		networks: positionals.length > 0 ? positionals : slugs,
		jobs,
		out: resolve(root, values.out ?? (values.miniature ? values.work : join('static', 'networks'))),
		work: resolve(root, values.work),
		recipe: values.miniature ? 'miniature' : 'shipped',
		fresh: values.fresh
	};
}

/**
 * Names the picture generator by its source, so that pictures of another one are never taken for its.
 * @returns {string} 64 hexadecimal digits
 */
function hashOfGenerator() {
	const hash = createHash('sha256');
	const folder = join('src', 'lib', 'pictures', 'scenes');
	const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.sort()
		.map((name) => join(folder, name));
	for (const file of [...files, join('src', 'lib', 'core', 'network', 'random-weights.ts')]) {
		hash.update(readFileSync(join(root, file)));
	}
	return hash.digest('hex');
}

/**
 * Starts the bundled program for each order, at most `jobs` at a time, and waits for all.
 * @param {string} program
 * @param {object[]} orders
 * @param {number} jobs
 * @throws {PlainError} when one of them ended badly
 */
async function runAll(program, orders, jobs) {
	const waiting = [...orders];
	const worker = async () => {
		for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
			const text = JSON.stringify(order);
			const child = spawn(process.execPath, [program, text], {
				cwd: root,
				stdio: ['ignore', 'inherit', 'inherit']
			});
			const status = await new Promise((done) => child.once('close', done));
			if (status !== 0) throw new PlainError('The training was stopped: see the lines above.');
		}
	};
	await Promise.all(Array.from({ length: jobs }, worker));
}

await runAsProgram(import.meta.url, async () => {
	checkNode();
	const { networks, jobs, out, work, recipe, fresh } = readOptions(process.argv.slice(2));
	ensureInstalled();
	mkdirSync(work, { recursive: true });
	// Only now: the bundler is a package that may not have been there before.
	const { bundleProgram } = await import('./typescript.mjs');
	const program = await bundleProgram('src/cli/training/main.ts');
	const shared = { work, recipe, generator: hashOfGenerator() };
	const draws = Array.from({ length: jobs }, (_, part) => ({
		...shared,
		...{ task: 'draw', part, parts: jobs }
	}));
	await runAll(program, draws, jobs);
	const trainings = networks.map((slug) => ({ ...shared, task: 'network', slug, out, fresh }));
	await runAll(program, trainings, jobs);
});
