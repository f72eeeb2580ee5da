/** The built site on a free port and a real browser beside it, for what only a page can show. */
import { spawn } from 'node:child_process';
import { chromium, type Browser } from 'playwright';
import { pickBrowser, launchArguments } from '../../src/cli/browser.mjs';

/**
 * Serves `build/`, made beforehand, while `measure` runs.
 *
 * @throws when there is no built site or no browser
 */
export async function onBuiltSite<T>(
	measure: (browser: Browser, address: string) => Promise<T>
): Promise<T> {
	const server = spawn(process.execPath, ['src/cli/serve.mjs'], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	try {
		const address = await new Promise<string>((resolve, reject) => {
			server.stdout.on('data', (data) => {
				const [found] = /http:\S+/.exec(String(data)) ?? [];
				if (found) resolve(found);
			});
			server.once('exit', () => reject(new Error('There is no built site: npm run build.')));
		});
		const browser = await launchBrowser();
		try {
			return await measure(browser, address);
		} finally {
			await browser.close();
		}
	} finally {
		server.kill();
	}
}

/** @param softwareGraphics as in the tests: WebGL without a graphics card */
export function launchBrowser(softwareGraphics = false): Promise<Browser> {
	const executablePath = pickBrowser(chromium.executablePath());
	return chromium.launch({
		args: launchArguments.filter(
			(argument) => softwareGraphics || !/disable-gpu|swiftshader/.test(argument)
		),
		...(executablePath !== undefined && { executablePath })
	});
}
