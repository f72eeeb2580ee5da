import { beforeEach, describe, expect, it, test } from 'vitest';
import {
	FakeCopies,
	FakeHost,
	listOf,
	logInPage,
	SCOPE,
	type FakeCopy
} from '../../../tests/support/fake-caches.ts';
import { copyName, isWhole } from './copies.ts';
import { makeCopy, type CopyEnd, type CopyProgress } from './make-copy.ts';

const site = {
	'': '<p>start',
	'lessons/a/': '<p>a',
	'lessons/a/__data.json': '{}',
	'_app/immutable/one.hash.js': 'one()',
	'engine.wasm': 'wasm'
};

let host: FakeHost;
let copies: FakeCopies;
let told: CopyProgress[];
let stop: AbortController;

beforeEach(() => {
	host = new FakeHost('b', site);
	copies = new FakeCopies();
	told = [];
	stop = new AbortController();
});

function make(version = 'b', check = false): Promise<CopyEnd> {
	const tell = (progress: CopyProgress): void => void told.push(progress);
	const { fetch } = host;
	return makeCopy({ scope: SCOPE, version, copies, fetch, signal: stop.signal, check, tell });
}

const copyOf = (version: string): Promise<FakeCopy> =>
	copies.open(copyName({ scope: SCOPE, version }));

test('every file is there, with its own type, and the list last', async () => {
	expect(await make()).toBe('whole');
	const copy = await copyOf('b');
	expect([...copy.entries.keys()].at(-1)).toBe(`${SCOPE}offline.json`);
	expect(copy.entries.size).toBe(6);
	const wasm = await copy.match(`${SCOPE}engine.wasm`);
	expect(wasm?.headers.get('content-type')).toBe('application/wasm');
	expect(await wasm?.text()).toBe('wasm');
	const [first, last] = [told[0], told.at(-1)];
	expect(first).toMatchObject({ files: 0, allFiles: 5, bytes: 0, allBytes: 23 });
	expect(last).toMatchObject({ files: 5, allFiles: 5, bytes: 23, allBytes: 23 });
});

test('one fault ends the work on all files', async () => {
	const many = Array.from({ length: 20 }, (_, at) => [`${at}.js`, String(at)] as const);
	host.site = Object.fromEntries(many);
	host.before = (address) => {
		if (address === '0.js') throw new TypeError('no connection');
		return undefined;
	};
	expect(await make()).toBe('broken-off');
	expect(host.asked.length).toBeLessThan(6);
});

test('what broke off goes on where it was', async () => {
	host.before = (address) => {
		if (address === 'engine.wasm') throw new TypeError('no connection');
		return undefined;
	};
	expect(await make()).toBe('broken-off');
	expect(await isWhole(await copyOf('b'), SCOPE)).toBe(false);
	const held = (await copyOf('b')).entries.size;
	expect(held).toBeGreaterThan(0);
	host.before = () => undefined;
	host.asked = [];
	expect(await make()).toBe('whole');
	expect(host.asked.length).toBe(1 + 5 - held);
});

test('a new build takes what has not changed from the copy before', async () => {
	await make();
	const renewed = { ...site, 'lessons/a/': '<p>A', '_app/immutable/two.hash.js': 'two()' };
	host = new FakeHost('c', renewed);
	expect(await make('c')).toBe('whole');
	expect(host.asked.sort()).toEqual(['_app/immutable/two.hash.js', 'lessons/a/', 'offline.json']);
	expect(await (await copyOf('c')).match(`${SCOPE}lessons/a/`).then((it) => it?.text())).toBe(
		'<p>A'
	);
});

describe('checking a whole copy', () => {
	test('counts every file, and asks for the list alone', async () => {
		await make();
		host.asked = [];
		told = [];
		expect(await make('b', true)).toBe('whole');
		expect(host.asked).toEqual(['offline.json']);
		expect([told[0]?.files, told.at(-1)?.files, told.at(-1)?.bytes]).toEqual([0, 5, 23]);
	});

	test('removes a damaged file that cannot be had, and the copy is whole no more', async () => {
		await make();
		const copy = await copyOf('b');
		await copy.put(`${SCOPE}engine.wasm`, new Response('wasp'));
		host.before = (address) => (address === 'engine.wasm' ? logInPage() : undefined);
		expect(await make('b', true)).toBe('refused');
		expect(await copy.match(`${SCOPE}engine.wasm`)).toBeUndefined();
		expect(await isWhole(copy, SCOPE)).toBe(false);
		host.before = () => undefined;
		expect(await make()).toBe('whole');
		expect(await (await copy.match(`${SCOPE}engine.wasm`))?.text()).toBe('wasm');
	});

	test('a file that cannot be read is fetched', async () => {
		await make();
		const copy = await copyOf('b');
		const { match } = copy;
		copy.match = async (request) =>
			request === `${SCOPE}engine.wasm`
				? Promise.reject(new DOMException('', 'UnknownError'))
				: match.call(copy, request);
		host.asked = [];
		expect(await make('b', true)).toBe('whole');
		expect(host.asked).toEqual(['offline.json', 'engine.wasm']);
	});
});

describe('is refused, and asked for once more:', () => {
	const answers: readonly [string, string, () => Response][] = [
		['a log-in page for a script', 'engine.wasm', logInPage],
		['a log-in page for a page', 'lessons/a/', logInPage],
		['another length', 'engine.wasm', () => new Response('wasm!')],
		['other bytes', 'engine.wasm', () => new Response('wisp')],
		['a status other than 200', 'engine.wasm', () => new Response('wasm', { status: 203 })]
	];

	it.each(answers)('%s', async (_, bad, answer) => {
		host.before = (address) => (address === bad ? answer() : undefined);
		expect(await make()).toBe('refused');
		expect(host.asked.filter((address) => address === bad).length).toBe(2);
		const copy = await copyOf('b');
		expect(await isWhole(copy, SCOPE)).toBe(false);
		expect(await copy.match(SCOPE + bad)).toBeUndefined();
		expect(copy.entries.size).toBe(4);
	});

	test('the second answer counts, which no cache on the way has given', async () => {
		host.before = (address, { cache }) =>
			address === 'lessons/a/' && cache !== 'reload' ? new Response('older') : undefined;
		expect(await make()).toBe('whole');
	});
});

describe('there is no copy', () => {
	it('of a page whose build is no longer the host’s', async () => {
		expect(await make('older')).toBe('other-build');
		expect(copies.all.size).toBe(0);
	});

	it('when the list is a log-in page, or nothing', async () => {
		host.before = logInPage;
		expect(await make()).toBe('broken-off');
		host.before = () => Response.json({ ...listOf('b', site), files: [] });
		expect(await make()).toBe('broken-off');
		expect(copies.all.size).toBe(0);
	});

	it.each([0, 2, 5])('where there is room for %s files', async (room) => {
		copies.room = room;
		expect(await make()).toBe('full');
		expect(await isWhole(await copyOf('b'), SCOPE)).toBe(false);
	});

	it('where storage is blocked', async () => {
		copies.open = () => Promise.reject(new DOMException('', 'SecurityError'));
		expect(await make()).toBe('full');
	});
});

test('the reader stops it, and nothing is written afterwards', async () => {
	host.before = (address) => {
		if (address === 'lessons/a/') stop.abort();
		return undefined;
	};
	expect(await make()).toBe('stopped');
	const { size } = (await copyOf('b')).entries;
	await new Promise((later) => setTimeout(later, 20));
	expect((await copyOf('b')).entries.size).toBe(size);
	expect(size).toBeLessThan(5);
});
