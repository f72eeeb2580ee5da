import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeCopies, FakeHost, SCOPE } from '../../../tests/support/fake-caches.ts';
import { COPY_HEADER, COPY_IS_WHOLE } from './addresses.ts';
import { copyName } from './copies.ts';
import { PAGE_FIRST } from './page-first.ts';
import { serveSite, type WorkerScope } from './site-worker.ts';

/** Says events, and waits for what they wait for. */
class FakeWorker {
	readonly registration: { scope: string; active: object | null } = { scope: SCOPE, active: null };
	readonly navigator = { onLine: true };
	caches = new FakeCopies();
	claimed = 0;
	readonly clients = { claim: async () => void (this.claimed += 1) };
	fetch: typeof fetch = async () => new Response('network');
	readonly #listeners = new Map<string, (event: never) => void>();

	addEventListener(type: string, listener: (event: never) => void): void {
		this.#listeners.set(type, listener);
	}

	async say(type: string, event: object = {}): Promise<unknown> {
		const waits: Promise<unknown>[] = [];
		const keep = (work: Promise<unknown>): void => void waits.push(work);
		this.#listeners.get(type)?.({ ...event, waitUntil: keep, respondWith: keep } as never);
		return (await Promise.all(waits))[0];
	}
}

let worker: FakeWorker;

async function copy(version: string): Promise<void> {
	const made = await worker.caches.open(copyName({ scope: SCOPE, version }));
	await made.put(`${SCOPE}offline.json`, new Response());
}

const versions = (): string[] =>
	[...worker.caches.all.keys()].map((it) => it.split(':').at(-1) ?? '');

afterEach(() => {
	vi.useRealTimers();
});

beforeEach(async () => {
	worker = new FakeWorker();
	serveSite(worker as unknown as WorkerScope, 'b');
	for (const version of ['a', 'b', 'c']) await copy(version);
});

test('once no page of another build is open, only this build’s copy stays', async () => {
	worker.registration.active = {};
	await worker.say('install');
	await worker.say('activate');
	// A page that waits for the worker does not wait for this, too.
	expect(versions()).toEqual(['a', 'b', 'c']);
	await worker.say('fetch', { request: new Request(SCOPE) });
	expect(versions()).toEqual(['b']);
	expect(worker.claimed).toBe(0);
});

test('a worker that the browser stopped and starts again leaves the copy of a newer build', async () => {
	await worker.say('fetch', { request: new Request(SCOPE) });
	expect(versions()).toEqual(['b', 'c']);
});

test('once this build’s copy is whole, older ones go; pages of a newer one may be open', async () => {
	await worker.say('message', { data: 'something else' });
	expect(versions()).toEqual(['a', 'b', 'c']);
	await worker.say('message', { data: COPY_IS_WHOLE });
	expect(versions()).toEqual(['b', 'c']);
});

test('what a page has loaded is kept at once, and nothing else', async () => {
	const site = { '': '<p>start', 'a.js': 'a()', 'b.js': 'b()' };
	const host = new FakeHost('b', site);
	worker.fetch = (...given) => host.fetch(...given);
	worker.caches = new FakeCopies();
	const elsewhere = 'https://elsewhere.example/c.js';
	await worker.say('message', { data: { seen: [`${SCOPE}a.js`, elsewhere] } });
	const [copy] = worker.caches.all.values();
	expect([...copy!.entries.keys()]).toEqual([`${SCOPE}a.js`]);
	await worker.say('message', { data: { seen: [`${SCOPE}?step=3`] } });
	expect([...copy!.entries.keys()]).toEqual([`${SCOPE}a.js`, SCOPE]);
	for (const data of [{ seen: 'all' }, { seen: ['no address'] }, null]) {
		await worker.say('message', { data });
	}
	expect(copy!.entries.size).toBe(2);
});

test('what the page’s workers have fetched is found in the browser’s cache, and nobody is asked', async () => {
	const site = {
		'': 'start',
		'_app/immutable/workers/engine.js': 'engine()',
		'_app/immutable/workers/other.js': 'other()',
		'networks/scenes.safetensors': 'weights'
	};
	const host = new FakeHost('b', site);
	host.visited = new Set(['', '_app/immutable/workers/engine.js', 'networks/scenes.safetensors']);
	worker.fetch = host.fetch;
	worker.caches = new FakeCopies();
	await worker.say('message', { data: { seen: [SCOPE] } });
	const [copy] = worker.caches.all.values();
	expect([...copy!.entries.keys()].sort()).toEqual(
		[...host.visited].map((address) => SCOPE + address)
	);
	host.visited.add('_app/immutable/workers/other.js');
	await worker.say('message', { data: { seen: [SCOPE] } });
	expect(copy!.entries.size).toBe(4);
	expect(host.asked).toEqual(['offline.json']);
});

test('the list is asked for again where it did not come', async () => {
	const host = new FakeHost('b', { '': 'start' });
	host.before = () => {
		throw new TypeError('no connection');
	};
	worker.fetch = host.fetch;
	worker.caches = new FakeCopies();
	await worker.say('message', { data: { seen: [SCOPE] } });
	expect(worker.caches.all.size).toBe(0);
	host.before = () => undefined;
	await worker.say('message', { data: { seen: [SCOPE] } });
	expect(worker.caches.all.size).toBe(1);
});

test('a copy under way waits as long as a page asks for files', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
	const asked: string[] = [];
	worker.fetch = async (input) => {
		asked.push((input as Request).url);
		return new Response('network');
	};
	const copied = new Request(`${SCOPE}b.js`, { headers: { [COPY_HEADER]: '1' } });
	await worker.say('fetch', { request: copied });
	expect(asked).toEqual([copied.url]);
	void worker.say('fetch', { request: new Request(`${SCOPE}a.js`) });
	const answer = worker.say('fetch', { request: copied });
	await vi.advanceTimersByTimeAsync(PAGE_FIRST - 1);
	expect(asked).toEqual([copied.url, `${SCOPE}a.js`]);
	await vi.advanceTimersByTimeAsync(1);
	expect(await ((await answer) as Response).text()).toBe('network');
});

test('the first worker answers for the page that brought it, where storage is blocked, too', async () => {
	await worker.say('install');
	worker.caches.keys = () => Promise.reject(new DOMException('', 'SecurityError'));
	await worker.say('activate');
	expect(worker.claimed).toBe(1);
});

test('answers for the site, and for nothing else', async () => {
	const answer = await worker.say('fetch', { request: new Request(SCOPE) });
	expect(await (answer as Response).text()).toBe('network');
	const request = new Request('https://elsewhere.example/');
	expect(await worker.say('fetch', { request })).toBeUndefined();
});
