import { beforeEach, describe, expect, it, test } from 'vitest';
import { copyName } from '#lib/offline/copies.ts';
import { FakeCopies, FakeHost, SCOPE } from '../../../../tests/support/fake-caches.ts';
import { OfflineCopy, type CopyStage, type OfflineBrowser } from './offline-copy.svelte.ts';
import { Store, type Backing } from './storage.ts';

class FakeStorage implements Backing {
	readonly entries = new Map<string, string>();
	get length(): number {
		return this.entries.size;
	}
	key = (at: number): string | null => [...this.entries.keys()][at] ?? null;
	getItem = (key: string): string | null => this.entries.get(key) ?? null;
	setItem = (key: string, text: string): void => void this.entries.set(key, text);
	removeItem = (key: string): void => void this.entries.delete(key);
}

const site = { '': 'start', 'lessons/a/': 'a', 'a.wasm': 'wasm' };

let host: FakeHost;
let copies: FakeCopies;
let storage: FakeStorage;
let whole: number;
let browser: OfflineBrowser;

beforeEach(() => {
	host = new FakeHost('b', site);
	copies = new FakeCopies();
	storage = new FakeStorage();
	whole = 0;
	browser = {
		scope: SCOPE,
		secure: true,
		framed: false,
		copies,
		fetch: (...given) => host.fetch(...given),
		startWorker: async () => true,
		tellSeen: async () => undefined,
		tellWhole: () => void (whole += 1),
		alone: (work) => work(),
		frugal: () => false,
		rest: async () => undefined,
		persist: () => undefined
	};
});

const page = (): OfflineCopy => new OfflineCopy('b', new Store(() => storage));

async function opened(changes: Partial<OfflineBrowser> = {}): Promise<OfflineCopy> {
	const copy = page();
	await copy.start({ ...browser, ...changes });
	return copy;
}

test('it is made by itself, and the next page finds it without asking anybody', async () => {
	const copy = await opened();
	expect([copy.stage, copy.progress?.files, copy.progress?.bytes, whole]).toEqual([
		'ready',
		3,
		10,
		1
	]);
	host.asked = [];
	const next = await opened();
	expect([next.stage, next.progress?.allFiles]).toEqual(['ready', 3]);
	expect(host.asked).toEqual([]);
});

describe('nothing is fetched unasked', () => {
	const refused = async (): Promise<boolean> => false;
	const failing = (): Promise<boolean> => Promise.reject(new Error());
	const cases: readonly [string, Partial<OfflineBrowser>, CopyStage][] = [
		['at an address that is not secure', { secure: false }, 'insecure'],
		['where there is no storage', { copies: undefined }, 'unsupported'],
		['where the worker is refused', { startWorker: refused }, 'unsupported'],
		['where the worker fails', { startWorker: failing }, 'unsupported'],
		['in the frame of another page', { framed: true }, 'none'],
		['on a slow line', { frugal: () => true }, 'frugal']
	];

	it.each(cases)('%s', async (_, changes, stage) => {
		expect((await opened(changes)).stage).toBe(stage);
		expect([host.asked, copies.all.size]).toEqual([[], 0]);
	});

	test('but on request, on a slow line', async () => {
		const copy = await opened({ frugal: () => true });
		await copy.make();
		expect(copy.stage).toBe('ready');
	});
});

test('a reader who stops it is not asked again, until it is asked for', async () => {
	const copy = page();
	host.before = (address) => {
		if (address === 'a.wasm') copy.stop();
		return undefined;
	};
	await copy.start(browser);
	expect(copy.stage).toBe('none');
	host.before = () => undefined;
	const next = await opened();
	expect(next.stage).toBe('none');
	await next.make();
	expect([next.stage, (await opened()).stage]).toEqual(['ready', 'ready']);
});

test('it goes on by itself once there is a network again', async () => {
	host.before = (address) => {
		if (address === 'a.wasm') throw new TypeError();
		return undefined;
	};
	const copy = await opened();
	expect(copy.stage).toBe('broken-off');
	host.before = () => undefined;
	copy.resume();
	await expect.poll(() => copy.stage).toBe('ready');
});

test('repair reads every file, and fetches what is damaged or missing', async () => {
	const copy = await opened();
	const kept = await copies.open(copyName({ scope: SCOPE, version: 'b' }));
	await kept.put(`${SCOPE}lessons/a/`, new Response('damaged'));
	await kept.delete(`${SCOPE}a.wasm`);
	host.asked = [];
	expect([await copy.repair(), copy.stage]).toEqual([true, 'ready']);
	expect(host.asked.sort()).toEqual(['a.wasm', 'lessons/a/', 'offline.json']);
	const mended = await copies.open(copyName({ scope: SCOPE, version: 'b' }));
	expect(await (await mended.match(`${SCOPE}lessons/a/`))?.text()).toBe('a');
});

test('repair without a network takes nothing away', async () => {
	const copy = await opened();
	host.before = () => {
		throw new TypeError('no connection');
	};
	expect([await copy.repair(), copy.stage, copy.progress?.files]).toEqual([false, 'ready', 3]);
	const kept = await copies.open(copyName({ scope: SCOPE, version: 'b' }));
	expect(kept.entries.size).toBe(4);
	host.before = (address) => {
		if (address === 'a.wasm') throw new TypeError('no connection');
		return undefined;
	};
	await kept.put(`${SCOPE}a.wasm`, new Response('damaged'));
	expect([await copy.repair(), copy.stage]).toEqual([false, 'broken-off']);
});

test('a copy from which the browser has thrown files away is made whole again', async () => {
	await opened();
	const kept = await copies.open(copyName({ scope: SCOPE, version: 'b' }));
	await kept.delete(`${SCOPE}a.wasm`);
	host.asked = [];
	const copy = await opened();
	expect([copy.stage, copy.progress?.files, kept.entries.size]).toEqual(['ready', 3, 4]);
	expect(host.asked).toEqual(['offline.json', 'a.wasm']);
});

test('what the page has loaded is told again until the copy is begun', async () => {
	const goingOn: boolean[] = [];
	let asked = (): boolean => false;
	await opened({
		tellSeen: async (goesOn) => void (asked = goesOn),
		rest: async () => void goingOn.push(asked())
	});
	expect([...goingOn, asked()]).toEqual([true, false]);
});

test('removing takes the copies of all builds, and none comes back unasked', async () => {
	await copies.open(copyName({ scope: SCOPE, version: 'a' }));
	await copies.open('repghost-notebook:weights');
	const copy = await opened();
	await copy.remove();
	expect([copy.stage, copy.progress]).toEqual(['none', null]);
	expect(await copies.keys()).toEqual(['repghost-notebook:weights']);
	expect((await opened()).stage).toBe('none');
});

test('of two tabs one makes it, and the other waits for it', async () => {
	let free = (): void => undefined;
	const gate = new Promise<void>((resolve) => (free = resolve));
	const copy = page();
	const started = copy.start({
		...browser,
		async alone(work, waiting) {
			waiting();
			await gate;
			await work();
		}
	});
	await expect.poll(() => copy.stage).toBe('elsewhere');
	await opened();
	host.asked = [];
	free();
	await started;
	expect([copy.stage, host.asked]).toEqual(['ready', []]);
});

describe('says why it is not ready:', () => {
	test('no room', async () => {
		copies.room = 1;
		expect((await opened()).stage).toBe('full');
	});

	test('a newer build', async () => {
		host.version = 'c';
		expect((await opened()).stage).toBe('other-build');
	});

	test('changed on the way', async () => {
		host.before = (address) => (address === '' ? new Response('START') : undefined);
		const copy = await opened();
		expect([copy.stage, copy.progress?.files]).toEqual(['refused', 2]);
	});
});
