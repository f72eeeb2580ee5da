/** The programs of `npm start` and `npm test`: what they decide, without running them. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingPackages } from '../../src/cli/install.mjs';
import { layoutLicenses, licenseOfReadme, packageFolder } from '../../src/cli/licenses.mjs';
import { isSupportedNode } from '../../src/cli/project.mjs';
import { describePlace, siteHandler } from '../../src/cli/serve.mjs';
import { countPlaywright, countVitest, judge } from '../../src/cli/test-report.mjs';

test.each([
	['18.20.0', false],
	['20.18.3', false],
	['20.19.0', true],
	['21.7.0', false],
	['22.11.0', false],
	['22.12.0', true],
	['24.0.0', true]
])('Node %s: %s', (version, supported) => {
	expect(isSupportedNode(version)).toBe(supported);
});

test.each([
	['127.0.0.1', 'http://127.0.0.1:80/a/', 'needs no network'],
	['0.0.0.0', 'http://127.0.0.1:80/a/', ': http://10.0.0.7:80/a/ or http://10.1.0.7:80/a/'],
	['::1', 'http://[::1]:80/a/', 'needs no network'],
	['10.0.0.7', 'http://10.0.0.7:80/a/', undefined]
])('served on %s: says where it is, and who can open it', (host, address, then) => {
	const addresses = ['10.0.0.7', '10.1.0.7'];
	const [first, second] = describePlace({ host, port: 80, base: '/a', addresses });
	expect(first).toBe(`RepGhost Notebook: ${address}`);
	if (then === undefined) expect(second).toBeUndefined();
	else expect(second).toContain(then);
});

describe('missingPackages', () => {
	const wanted = {
		'': { version: '1.0.0' },
		'node_modules/a': { version: '1.0.0', integrity: 'x' },
		'node_modules/other-system': { version: '1.0.0', optional: true }
	};

	test('finds nothing to do when all is there', () => {
		expect(missingPackages(wanted, { 'node_modules/a': wanted['node_modules/a'] })).toEqual([]);
	});

	test.each([
		['absent', {}],
		['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }],
		['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }]
	])('finds a package that is %s', (_, installed) => {
		expect(missingPackages(wanted, installed)).toEqual(['node_modules/a']);
	});
});

describe('counting tests', () => {
	const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

	test('of Vitest, a file that does not load being one failed', () => {
		const testResults = [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{}] }
		];
		expect(countVitest({ ...vitest, testResults })).toEqual({ passed: 3, failed: 2, skipped: 2 });
	});

	test('of Playwright, an error outside the tests being one failed', () => {
		const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
		expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
	});

	test('refuses a report without the numbers', () => {
		expect(() => countPlaywright({ stats: {}, errors: [] })).toThrow('"expected", found undefined');
	});

	test.each([
		['ran nothing', { passed: 0, failed: 0, skipped: 5 }, true, 1],
		['died without naming a test', { passed: 5, failed: 0, skipped: 0 }, false, 1],
		['failed twice', { passed: 5, failed: 2, skipped: 0 }, false, 2],
		['passed', { passed: 5, failed: 0, skipped: 0 }, true, 0]
	])('a suite that %s', (_, counts, endedWell, failed) => {
		expect(judge(counts, endedWell).failed).toBe(failed);
	});
});

describe('licences', () => {
	test('a bundled module leads to its package', () => {
		expect(packageFolder('/p/node_modules/svelte/src/index.js?v=1')).toBe('node_modules/svelte');
		expect(packageFolder('/p/node_modules/@a/b/c.js')).toBe('node_modules/@a/b');
		expect(packageFolder('/p/node_modules/a/node_modules/b/c.js')).toBe(
			'node_modules/a/node_modules/b'
		);
		expect(packageFolder('/p/src/lib/core/tensor.ts')).toBeUndefined();
	});

	test('one text stands below all its packages, and none goes without', () => {
		const entry = { version: '1.0.0', license: 'Apache-2.0' };
		const page = layoutLicenses([
			{ ...entry, name: 'one', text: 'The Apache text' },
			{ ...entry, name: 'two', text: '' },
			{ ...entry, name: 'three', license: 'MIT', text: '' },
			{ ...entry, name: 'four', license: 'ISC', text: 'Copyright Four' }
		]);
		expect(page).toContain('one 1.0.0 (Apache-2.0)\ntwo 1.0.0 (Apache-2.0)\n\nThe Apache text');
		expect(page).toContain('four 1.0.0 (ISC)\n\nCopyright Four');
		expect(page).toContain('three 1.0.0 (MIT)\n\nThe package carries no licence file');
	});

	test('a README may hold the licence', () => {
		expect(licenseOfReadme('# A\n\nLICENSE (MIT)\n-------\n\nCopyright B')).toBe('Copyright B');
		expect(licenseOfReadme('# A\n\n## License\n\nCopyright B')).toBe('Copyright B');
		expect(licenseOfReadme('# A\n\nSwitches to MIT license.\n')).toBe('');
	});
});

describe('the server', () => {
	let server: Server;
	let address = '';

	beforeAll(async () => {
		const folder = mkdtempSync(join(tmpdir(), 'notebook-'));
		mkdirSync(join(folder, 'site', 'network'), { recursive: true });
		const page = (name: string) => join(folder, 'site', name);
		writeFileSync(join(folder, 'index.html'), 'outside');
		writeFileSync(page('index.html'), 'start');
		writeFileSync(page('network/index.html'), 'network');
		writeFileSync(page('404.html'), 'lost');
		writeFileSync(page('a.wasm'), 'wasm');
		server = createServer(siteHandler(join(folder, 'site'), '/sub'));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const found = server.address();
		if (found === null || typeof found === 'string') throw new Error('The server has no port.');
		address = `http://127.0.0.1:${found.port}`;
	});

	afterAll(() => server.close());

	test.each([
		['/sub/', 200, 'start'],
		['/sub/network/', 200, 'network'],
		['/sub/a.wasm', 200, 'wasm'],
		['/sub/nowhere', 404, 'lost'],
		['/', 404, 'lost'],
		['/subway/', 404, 'lost'],
		['/sub/%2e%2e%2findex.html', 404, 'lost'],
		['/sub/..%2findex.html', 404, 'lost'],
		['/sub/%00', 404, 'lost'],
		['/sub/%ff', 404, 'lost']
	])('%s: %i', async (path, status, text) => {
		const response = await fetch(address + path, { redirect: 'manual' });
		expect(response.status).toBe(status);
		expect(await response.text()).toBe(text);
	});

	test.each([
		['/sub', '/sub/'],
		['/sub/network', '/sub/network/'],
		['/sub/network?x=1', '/sub/network/?x=1'],
		['/sub//network', '/sub/network/']
	])('%s leads to %s', async (path, location) => {
		const response = await fetch(address + path, { redirect: 'manual' });
		expect(response.status).toBe(308);
		expect(response.headers.get('location')).toBe(location);
	});

	test('looks at nothing above the site', async () => {
		// Not by `fetch`, which resolves `..` itself.
		const status = await new Promise((resolve, reject) => {
			const { hostname, port } = new URL(address);
			const asked = request({ hostname, port, path: '/sub/..' }, (response) => {
				response.resume();
				resolve(response.statusCode);
			});
			asked.once('error', reject).end();
		});
		expect(status).toBe(200);
	});

	test('names the type of WebAssembly', async () => {
		const response = await fetch(`${address}/sub/a.wasm`);
		expect(response.headers.get('content-type')).toBe('application/wasm');
	});
});
