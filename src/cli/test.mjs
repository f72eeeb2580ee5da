/**
 * `npm test`: from a fresh clone to one verdict. Installs what the lockfile says, runs every check
 * though one before it failed, finds or gets a browser, and ends with `N passed, N failed`.
 *
 * `npm test -- --unit --lint` runs only the stages named. A stage without tests of its own (format,
 * lint, check, build) counts as one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { checkNode, PlainError, root, runAsProgram, runNpm } from './project.mjs';
import { countPlaywright, countVitest, judge } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Counts} Counts */

const reports = join(root, 'test-results');

/**
 * Runs one of the scripts of package.json.
 * @param {string} script
 * @param {string[]} [parameters]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether it ended well
 */
function runScript(script, parameters = [], env = {}) {
	return runNpm(['run', '--silent', script, '--', ...parameters], { env });
}

/**
 * Reads a JSON report and counts it; without one the suite has failed.
 * @param {string} path
 * @param {(report: unknown) => Counts} countReport
 * @param {boolean} endedWell
 * @returns {Counts}
 */
function readReport(path, countReport, endedWell) {
	const none = { passed: 0, failed: 0, skipped: 0 };
	const counts = existsSync(path) ? countReport(JSON.parse(readFileSync(path, 'utf8'))) : none;
	return judge(counts, endedWell);
}

/**
 * Makes a stage of a script that passes or fails as a whole.
 * @param {string} script
 * @returns {() => Counts}
 */
function check(script) {
	return () => {
		const passed = runScript(script) ? 1 : 0;
		return { passed, failed: 1 - passed, skipped: 0 };
	};
}

/** @returns {Counts} */
function unit() {
	const path = join(reports, 'unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
	return readReport(path, countVitest, runScript('unit', reporters));
}

/**
 * Asks the system for a port that nobody listens on.
 * @returns {Promise<number>}
 */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = address !== null && typeof address === 'object' ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/** @returns {Promise<Counts>} */
async function endToEnd() {
	const path = join(reports, 'e2e.json');
	// Never the site as it was before: where the build has failed, this fails with it.
	ensureBuilt();
	const { findBrowser } = await import('./find-browser.mjs');
	const browser = await findBrowser();
	const endedWell = runScript('e2e', ['--reporter=list,json'], {
		CHROMIUM_PATH: browser ?? '',
		PLAYWRIGHT_JSON_OUTPUT_FILE: path,
		E2E_PORT: String(await freePort())
	});
	return readReport(path, countPlaywright, endedWell);
}

/** @typedef {[name: string, stage: () => Counts | Promise<Counts>]} Stage */

/** @type {Stage[]} */
const stages = [
	['format', check('format:check')],
	['lint', check('lint')],
	['check', check('check')],
	['unit', unit],
	['build', check('build')],
	['e2e', endToEnd]
];

/**
 * Reads which stages are asked for.
 * @param {string[]} parameters like `--unit`
 * @returns {Stage[]} in their order; all of them when none is named
 * @throws {PlainError} for a stage that does not exist
 */
function chosenStages(parameters) {
	const known = stages.map(([name]) => `--${name}`);
	const unknown = parameters.find((parameter) => !known.includes(parameter));
	if (unknown !== undefined) {
		throw new PlainError(
			`Expected some of ${known.join(', ')}, or nothing for all of them; found "${unknown}".`
		);
	}
	if (parameters.length === 0) return stages;
	return stages.filter(([name]) => parameters.includes(`--${name}`));
}

/**
 * Runs one stage; a plain error is its failure, in one sentence.
 * @param {string} name
 * @param {() => Counts | Promise<Counts>} stage
 * @returns {Promise<Counts & { reason: string }>}
 */
async function runStage(name, stage) {
	console.log(`\n== ${name}`);
	try {
		return { ...(await stage()), reason: '' };
	} catch (error) {
		const reason = error instanceof PlainError ? error.message : String(error);
		return { passed: 0, failed: 1, skipped: 0, reason };
	}
}

/**
 * What comes before the stages; it counts only where it fails.
 * @returns {Counts}
 */
function prepare() {
	checkNode();
	ensureInstalled();
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });
	return { passed: 0, failed: 0, skipped: 0 };
}

await runAsProgram(import.meta.url, async () => {
	/** @type {Stage[]} */
	const chosen = [['prepare', prepare], ...chosenStages(process.argv.slice(2))];
	const total = { passed: 0, failed: 0 };
	const lines = [];
	for (const [name, stage] of chosen) {
		const { passed, failed, skipped, reason } = await runStage(name, stage);
		total.passed += passed;
		total.failed += failed;
		const notRun = skipped > 0 ? `, ${skipped} skipped` : '';
		lines.push(
			`${name.padEnd(7)} ${passed} passed, ${failed} failed${notRun}  ${reason}`.trimEnd()
		);
		if (name === 'prepare' && failed > 0) break;
	}
	console.log(`\n== sum\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed > 0 ? 1 : 0;
});
