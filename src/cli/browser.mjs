/**
 * The browser that the tests of the built site run in: where to look for one, and how to start it.
 * Needs only Node, so that the search can say what is missing before anything is installed.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether we run as the administrator of a Unix system. */
export const isRoot = process.getuid?.() === 0;

/**
 * What Chromium is started with: no graphics card, so that every machine computes the same, but WebGL in
 * software; a camera that shows a test picture without asking, and none of the browser's own traffic. Pages
 * are put on the screen without WebGL, which in software costs a third of all the time. Its sandbox refuses to
 * start for root.
 */
export const launchArguments = [
	...(isRoot ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--enable-unsafe-swiftshader',
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

const programNames = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'chrome',
	'microsoft-edge'
];

const applications = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/**
 * Lists the Chromium and Chrome programs installed on this machine, best first.
 * @returns {string[]} absolute paths
 */
export function installedBrowsers() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const onPath = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...onPath, ...applications].filter((path) => existsSync(path));
}

/**
 * Picks the program to start, without trying it: `CHROMIUM_PATH`, Playwright's own, an installed one.
 * @param {string} playwrightsOwn where Playwright keeps its own
 * @returns {string | undefined} undefined for Playwright's own
 */
export function pickBrowser(playwrightsOwn) {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	return existsSync(playwrightsOwn) ? undefined : installedBrowsers()[0];
}
