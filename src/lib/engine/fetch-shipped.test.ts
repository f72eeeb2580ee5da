/** What the network sends is held against the card: nothing else is ever parsed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchShipped } from './fetch-shipped.ts';
import { hashBytes } from './hash.ts';

const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 251);
const file = {
	slug: 'scenes-ghost',
	name: 'Ghost',
	fileName: 'scenes-ghost.safetensors',
	address: 'http://localhost/networks/scenes-ghost.safetensors',
	bytes: bytes.length,
	sha256: await hashBytes(bytes)
};

/** Answers with these bytes, in pieces of 100. */
function answer(body: Uint8Array, status = 200): void {
	const pieces = Array.from({ length: Math.ceil(body.length / 100) }, (_, index) =>
		body.slice(index * 100, index * 100 + 100)
	);
	const stream = () =>
		new ReadableStream({
			pull: (controller) => {
				const piece = pieces.shift();
				if (piece) controller.enqueue(piece);
				else controller.close();
			}
		});
	vi.stubGlobal('fetch', async () => new Response(stream(), { status }));
}

const get = (signal = new AbortController().signal, tell = (done: number): void => void done) =>
	fetchShipped(file, signal, tell);

afterEach(() => void vi.unstubAllGlobals());

describe('a file of this site', () => {
	it('comes whole, with progress', async () => {
		const seen: number[] = [];
		answer(bytes);
		expect(await get(undefined, (done) => seen.push(done))).toEqual(bytes);
		expect(seen).toEqual([0, 1 / 3, 2 / 3, 1]);
	});

	it.each([
		['cut short', bytes.subarray(0, 250), 'expected 300 bytes, as its model card says, found 250'],
		[
			'longer',
			Uint8Array.from([...bytes, 1]),
			'expected 300 bytes, as its model card says, found more'
		],
		[
			'changed in one bit',
			bytes.map((byte, at) => (at === 77 ? byte ^ 1 : byte)),
			'expected the SHA-256'
		]
	])('that is %s is refused', async (_, body, sentence) => {
		answer(body);
		await expect(get()).rejects.toThrow(`${file.fileName}: ${sentence}`);
	});

	it('that is not there is refused with the status', async () => {
		answer(bytes, 404);
		await expect(get()).rejects.toThrow('this site answered with status 404');
	});

	it('cannot be had without a connection', async () => {
		vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
		await expect(get()).rejects.toThrow('could not be fetched: this site did not answer.');
	});

	it('may be given up', async () => {
		const controller = new AbortController();
		vi.stubGlobal('fetch', async () => {
			controller.abort(new DOMException('The call was cancelled.', 'AbortError'));
			throw new TypeError('aborted');
		});
		await expect(get(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
	});
});
