/**
 * Finds a browser that starts, or gets one: the first of CHROMIUM_PATH, Playwright's own, an
 * installed Chromium or Chrome, a download by Playwright, the system's package, and last a
 * Chromium that comes as an npm package.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { installedBrowsers, isRoot, launchArguments } from './browser.mjs';
import { PlainError, root, run, runNpm } from './project.mjs';

/** The newest that runs on Node 20. */
const packagedChromium = '@sparticuz/chromium@143.0.4';

const minute = 60_000;

/**
 * A way to a browser: gets it if need be, and lists the programs to try (undefined: Playwright's own).
 * @typedef {{ name: string, get: () => Promise<(string | undefined)[]> | (string | undefined)[] }} Way
 */

/**
 * Tells whether a browser starts and opens a page.
 * @param {string | undefined} executablePath undefined for Playwright's own
 * @returns {Promise<boolean>}
 */
async function starts(executablePath) {
	try {
		const browser = await chromium.launch({ executablePath, args: launchArguments });
		await browser.newPage();
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

/**
 * Runs Playwright's own installer.
 * @param {string[]} parameters
 * @returns {boolean} whether it ended well
 */
function playwrightInstaller(parameters) {
	return run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), ...parameters], {
		timeout: 8 * minute,
		// Without a way out to the network each address must fail soon, for there are several.
		env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
	});
}

/**
 * Downloads Playwright's own Chromium, and as root the system libraries it needs.
 * @returns {undefined[]}
 */
function downloadPlaywrights() {
	if (!playwrightInstaller(['install', 'chromium'])) return [];
	// After the download, which fails sooner where there is no network than the libraries do.
	if (isRoot && process.platform === 'linux') playwrightInstaller(['install-deps', 'chromium']);
	return [undefined];
}

/**
 * Installs the system's Chromium, as root on Debian and its kin.
 * @returns {string[]}
 */
function installSystems() {
	if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return [];
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	run('apt-get', ['update', '-qq'], { env, timeout: 3 * minute });
	const parameters = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
	run('apt-get', parameters, { env, timeout: 8 * minute });
	return installedBrowsers();
}

/**
 * Installs the Chromium that comes as an npm package, beside the project's own packages.
 * @returns {Promise<string[]>}
 */
async function installPackaged() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return [];
	const folder = join(root, 'node_modules', '.cache', 'chromium');
	const parameters = ['install', '--prefix', folder, '--no-audit', '--no-fund', packagedChromium];
	if (!runNpm(parameters, { timeout: 5 * minute })) return [];
	const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
	const { default: packaged } = await import(pathToFileURL(entry).href);
	return [await packaged.executablePath()];
}

/** @type {Way[]} */
const ways = [
	{ name: 'CHROMIUM_PATH', get: () => [process.env.CHROMIUM_PATH || []].flat() },
	{ name: "Playwright's own", get: () => [undefined] },
	{ name: 'an installed browser', get: installedBrowsers },
	{ name: 'a download by Playwright', get: downloadPlaywrights },
	{ name: "the system's package chromium", get: installSystems },
	{ name: `the npm package ${packagedChromium}`, get: installPackaged }
];

/**
 * Finds a browser that starts, or gets one.
 * @returns {Promise<string | undefined>} its path, undefined for Playwright's own
 * @throws {PlainError} when there is none to be had
 */
export async function findBrowser() {
	for (const { name, get } of ways) {
		const paths = await get();
		for (const path of paths) {
			if (await starts(path)) {
				console.log(`Browser: ${name}${path === undefined ? '' : ` (${path})`}.`);
				return path;
			}
		}
		console.log(`Browser: ${name}: ${paths.length === 0 ? 'not there' : 'does not start'}.`);
	}
	throw new PlainError(
		'No browser to test in: install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.'
	);
}
