/** Tests of the built site, in a browser. `npm test` finds the browser and a free port. */
import { chromium, defineConfig } from '@playwright/test';
import { launchArguments, pickBrowser } from '../src/cli/browser.mjs';

const port = process.env.E2E_PORT ?? '4273';
const baseURL = `http://127.0.0.1:${port}${process.env.BASE_PATH ?? ''}/`;

export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	forbidOnly: process.env.CI !== undefined,
	fullyParallel: true,
	globalTimeout: 20 * 60_000,
	reporter: 'list',
	retries: 0,
	timeout: 60_000,
	workers: 2,
	use: {
		baseURL,
		// A page that makes itself ready for use without a network fetches the whole site: tests/e2e/offline.spec.ts
		// alone has a service worker; to the others the page is one in a browser without.
		serviceWorkers: 'block',
		// A trace takes a picture of the page before and after each step, a quarter of the whole run: to look
		// into a failure, run its test again with `--trace on`.
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: pickBrowser(chromium.executablePath()),
			args: launchArguments
		}
	},
	webServer: {
		command: 'node ../src/cli/serve.mjs',
		url: baseURL,
		env: { PORT: port, HOST: '127.0.0.1' },
		reuseExistingServer: false
	}
});
