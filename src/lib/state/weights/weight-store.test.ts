/** What a browser keeps, and what happens where it keeps nothing. */
import { describe, expect, it } from 'vitest';
import { WeightStore, type Backing } from './weight-store.ts';

const file = { slug: 'repghostnet_050.in1k', bytes: 3, sha256: 'a'.repeat(64) };
const newer = { ...file, bytes: 2, sha256: 'b'.repeat(64) };

/** A cache of the browser's kind. */
function fakeCache(): Backing & { readonly entries: Map<string, Response> } {
	const entries = new Map<string, Response>();
	const key = (request: RequestInfo | URL) =>
		request instanceof Request ? request.url : new URL(String(request), 'http://localhost').href;
	return {
		entries,
		keys: async () => [...entries.keys()].map((address) => new Request(address)),
		match: async (request) => entries.get(key(request))?.clone(),
		put: async (request, response) => void entries.set(key(request), response),
		delete: async (request) => entries.delete(key(request))
	};
}

describe('with storage', () => {
	it('a file is there for the next visit, under its hash', async () => {
		const cache = fakeCache();
		const store = new WeightStore(async () => cache);
		expect(await store.put(file, Uint8Array.of(1, 2, 3))).toBe(true);
		expect([...cache.entries.keys()]).toEqual([
			`http://localhost/repghost-notebook/weights/${file.sha256}`
		]);
		const again = new WeightStore(async () => cache);
		expect(await again.list()).toEqual([{ ...file, lasts: true }]);
		const found = await again.get(file.slug);
		expect(found?.file).toEqual(file);
		expect([...new Uint8Array(await found!.blob.arrayBuffer())]).toEqual([1, 2, 3]);
	});

	it('a file that went while it was read is not here', async () => {
		const cache = fakeCache();
		const store = new WeightStore(async () => cache);
		await store.put(file, Uint8Array.of(1, 2, 3));
		const gone = {
			...cache,
			match: async (request: RequestInfo | URL) => {
				const response = await cache.match(request);
				if (response) response.blob = () => Promise.reject(new TypeError('gone'));
				return response;
			}
		};
		expect(await new WeightStore(async () => gone).get(file.slug)).toBeNull();
	});

	it('a new version takes the place of the old one', async () => {
		const cache = fakeCache();
		const store = new WeightStore(async () => cache);
		await store.put(file, Uint8Array.of(1, 2, 3));
		await store.put(newer, Uint8Array.of(4, 5));
		expect(await store.list()).toEqual([{ ...newer, lasts: true }]);
	});

	it('a removed file is gone', async () => {
		const cache = fakeCache();
		const store = new WeightStore(async () => cache);
		await store.put(file, Uint8Array.of(1, 2, 3));
		await store.remove(file.slug);
		expect(await store.get(file.slug)).toBeNull();
		expect(cache.entries.size).toBe(0);
	});

	it('entries that say nothing sensible of themselves are removed', async () => {
		const cache = fakeCache();
		cache.entries.set('http://localhost/a', new Response('x'));
		cache.entries.set(
			'http://localhost/b',
			new Response('x', { headers: { 'x-kept-weights': '{"slug":1}' } })
		);
		expect(await new WeightStore(async () => cache).list()).toEqual([]);
		expect(cache.entries.size).toBe(0);
	});
});

describe.each([
	['no storage', (): Promise<Backing> => Promise.reject(new Error('blocked'))],
	[
		'full storage',
		async (): Promise<Backing> => ({
			...fakeCache(),
			put: () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
		})
	]
])('with %s', (_, open) => {
	it('a file lasts until the page is closed, and the list says so', async () => {
		const store = new WeightStore(open);
		expect(await store.put(file, Uint8Array.of(1, 2, 3))).toBe(false);
		expect(await store.list()).toEqual([{ ...file, lasts: false }]);
		expect((await store.get(file.slug))?.blob.size).toBe(3);
		await store.remove(file.slug);
		expect(await store.list()).toEqual([]);
	});
});

it('where the browser has no such thing at all, files last as long as the page', async () => {
	const store = new WeightStore();
	expect(await store.put(file, Uint8Array.of(1, 2, 3))).toBe(false);
	expect(await store.get(file.slug)).not.toBeNull();
});
