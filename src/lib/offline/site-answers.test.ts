import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { FakeCopies, FakeHost, logInPage, SCOPE } from '../../../tests/support/fake-caches.ts';
import { COPY_HEADER } from './addresses.ts';
import { copyName } from './copies.ts';
import { makeCopy } from './make-copy.ts';
import { PATIENCE, QUIET, SiteAnswers } from './site-answers.ts';

const old = {
	'': 'start, old',
	'404.html': 'no such page',
	'lessons/a/': 'a, old',
	'lessons/a/__data.json': '{"old":1}',
	'_app/immutable/old.js': 'old()',
	'engine.wasm': 'wasm, old'
};
const renewed = {
	...old,
	'': 'start, new',
	'lessons/a/': 'a, new',
	'_app/immutable/new.js': 'new()'
};

let host: FakeHost;
let copies: FakeCopies;
let online: boolean;
let answers: SiteAnswers;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
	host = new FakeHost('old', old);
	copies = new FakeCopies();
	online = true;
	answers = makeAnswers('old');
});

afterEach(() => {
	vi.useRealTimers();
});

function makeAnswers(version: string): SiteAnswers {
	return new SiteAnswers(
		{ scope: SCOPE, version },
		{
			copies,
			fetch: (...given) => host.fetch(...given),
			isOnline: () => online,
			missing: 'not here'
		}
	);
}

async function copyBuild(version: string): Promise<void> {
	const { signal } = new AbortController();
	const tell = (): void => undefined;
	const end = await makeCopy({ scope: SCOPE, version, copies, fetch: host.fetch, signal, tell });
	expect(end).toBe('whole');
	host.asked = [];
}

/** Node makes no requests of this mode. */
function navigation(address: string): Request {
	const request = new Request(SCOPE + address);
	Object.defineProperty(request, 'mode', { value: 'navigate' });
	return request;
}

const ask = (address: string): Promise<Response> => answers.answer(new Request(SCOPE + address));
const textOf = async (address: string): Promise<string> => (await ask(address)).text();

function cut(): void {
	host.before = () => {
		throw new TypeError('no connection');
	};
}

describe('with a network', () => {
	test('pages are the newest, whatever is in the copy', async () => {
		await copyBuild('old');
		host.site = renewed;
		expect(await textOf('lessons/a/?step=3')).toBe('a, new');
		expect((await ask('lessons/none/')).status).toBe(404);
	});

	test('pages of an older build find their scripts, which the host no longer has', async () => {
		await copyBuild('old');
		host = new FakeHost('new', renewed);
		host.before = (address) => (address.includes('old.js') ? logInPage() : undefined);
		expect(await textOf('_app/immutable/old.js')).toBe('old()');
		expect(host.asked).toEqual([]);
		expect(await textOf('_app/immutable/new.js')).toBe('new()');
	});

	test('nothing that passes is kept', async () => {
		await ask('lessons/a/');
		expect(copies.all.size).toBe(0);
	});

	test.each([
		['a page in the place of a file', logInPage],
		['a server that cannot answer now', () => new Response('', { status: 503 })]
	])('the copy answers in place of %s', async (_, answer) => {
		await copyBuild('old');
		host.before = answer;
		expect(await textOf('engine.wasm')).toBe('wasm, old');
	});

	test('a page in the place of a file is not served where there is no copy', async () => {
		host.before = logInPage;
		expect((await ask('engine.wasm')).type).toBe('error');
	});

	test('that is slow, the copy answers after a while, and then at once for some time', async () => {
		await copyBuild('old');
		const { fetch } = host;
		Object.assign(host, { fetch: () => new Promise(() => undefined) });
		const first = textOf('lessons/a/');
		await vi.advanceTimersByTimeAsync(PATIENCE);
		expect(await first).toBe('a, old');
		expect(await textOf('')).toBe('start, old');
		Object.assign(host, { fetch });
		host.site = renewed;
		await vi.advanceTimersByTimeAsync(QUIET);
		expect(await textOf('')).toBe('start, new');
	});
});

describe('without a network', () => {
	test('the copy answers', async () => {
		await copyBuild('old');
		cut();
		expect(await textOf('lessons/a/')).toBe('a, old');
		expect(await textOf('lessons/a/__data.json?x-sveltekit-invalidated=01')).toBe('{"old":1}');
		expect((await ask('engine.wasm')).headers.get('content-type')).toBe('application/wasm');
	});

	test('nothing is asked once the browser says that it is offline', async () => {
		await copyBuild('old');
		online = false;
		expect(await textOf('lessons/a/')).toBe('a, old');
		expect(host.asked).toEqual([]);
	});

	test('the copy of the build before answers until the new one is whole', async () => {
		await copyBuild('old');
		answers = makeAnswers('new');
		host = new FakeHost('new', renewed);
		cut();
		expect(await textOf('lessons/a/')).toBe('a, old');
		host = new FakeHost('new', renewed);
		await copyBuild('new');
		cut();
		expect(await textOf('lessons/a/')).toBe('a, new');
	});

	test('an address without its slash leads on, and what is not in the site is not found', async () => {
		await copyBuild('old');
		cut();
		const on = await answers.answer(navigation('lessons/a'));
		expect([on.status, on.headers.get('location')]).toEqual([302, `${SCOPE}lessons/a/`]);
		const none = await answers.answer(navigation('lessons/none/'));
		expect([none.status, await none.text()]).toEqual([404, 'no such page']);
	});

	test('a page says that it is not here, instead of being blank', async () => {
		cut();
		const page = await answers.answer(navigation('lessons/a/'));
		expect(page.status).toBe(503);
		expect(await page.text()).toContain('Not available offline');
		const data = await ask('lessons/a/__data.json');
		expect([data.status, await data.json()]).toEqual([503, 'not here']);
		expect((await ask('_app/immutable/old.js')).type).toBe('error');
	});

	test('a damaged file is as none: the copy before it answers, or the page says what is so', async () => {
		await copyBuild('old');
		host = new FakeHost('new', renewed);
		await copyBuild('new');
		cut();
		const damaged = new Response(new ReadableStream({ pull: (body) => body.error(new Error()) }));
		const copy = await copies.open(copyName({ scope: SCOPE, version: 'new' }));
		answers = makeAnswers('new');
		copy.entries.set(`${SCOPE}engine.wasm`, damaged);
		copy.entries.set(`${SCOPE}_app/immutable/new.js`, damaged);
		expect(await textOf('engine.wasm')).toBe('wasm, old');
		expect((await ask('_app/immutable/new.js')).type).toBe('error');
		host.before = () => undefined;
		expect(await textOf('_app/immutable/new.js')).toBe('new()');
	});

	test('blocked storage is as none', async () => {
		cut();
		copies.keys = () => Promise.reject(new DOMException('', 'SecurityError'));
		expect((await answers.answer(navigation('lessons/a/'))).status).toBe(503);
		expect((await ask('_app/immutable/old.js')).type).toBe('error');
	});
});

describe('is left to the browser:', () => {
	it.each([
		['another method', new Request(SCOPE, { method: 'POST' })],
		['another site', new Request('https://elsewhere.example/')],
		['which build is the newest', new Request(`${SCOPE}_app/version.json`)],
		['what must not come from a store', new Request(SCOPE, { cache: 'no-store' })],
		['a part of a file', new Request(SCOPE, { headers: { range: 'bytes=2-' } })],
		['what a copy is made of', new Request(SCOPE, { headers: { [COPY_HEADER]: '1' } })]
	])('%s', (_, request) => {
		expect(answers.handles(request)).toBe(false);
		expect(answers.handles(new Request(SCOPE))).toBe(true);
	});
});
