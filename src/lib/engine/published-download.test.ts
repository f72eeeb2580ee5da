/** Downloads against a hub on this computer: what is whole comes through, everything else is refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { answers, FakeHub, sendJson } from '../../../tests/support/fake-hub.ts';
import { randomState, SMALL_ARCHITECTURE } from '../../../tests/support/weight-files.ts';
import { PublishedDownload, type CheckedFile } from './published-download.ts';
import { findOnHub, findOnSite } from './weight-places.ts';

const SLUG = 'repghostnet_050.in1k';
const network = { family: 'repghostnet', width: 0.5 } as const;
const whole = createArchitecture('repghostnet', { width: 0.5 });
const weights = new Uint8Array(serializeSafetensors(randomState(whole, 'training-time'), {}));

let hub: FakeHub;
let download: PublishedDownload;
const never = new AbortController().signal;

const begin = (bytes: Uint8Array = weights) => {
	hub = new FakeHub(bytes);
	download = new PublishedDownload(network, (signal) => findOnHub(SLUG, signal, hub.address));
	return hub.start();
};
const run = (tell = (done: number, total: number | null): void => void [done, total]) =>
	download.run(never, tell);

/** What is said of a file that should have been refused, without printing all of it. */
const size = async () => (await run()).bytes.length;
/** A matcher would look at nine million bytes one by one. */
const isWhole = ({ bytes }: CheckedFile) => Buffer.compare(bytes, weights) === 0;

beforeEach(() => begin());
afterEach(() => hub.stop());

describe('a file of the hub', () => {
	it('comes whole from where the hub sends the request on to, with progress in bytes', async () => {
		const seen: [number, number | null][] = [];
		const file = await run((done, total) => seen.push([done, total]));
		expect(isWhole(file)).toBe(true);
		expect(file.sha256).toBe(hub.sha256);
		expect(hub.log).toEqual(['list', 'file']);
		expect(seen[0]).toEqual([0, null]);
		expect(seen.at(-1)).toEqual([weights.length, weights.length]);
		expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
	});

	it('may be compressed on its way', async () => {
		hub.next.file = answers.gzipped(weights);
		expect(isWhole(await run())).toBe(true);
	});

	it('may come slowly', async () => {
		hub.next.file = (_, response) => {
			const half = weights.length >> 1;
			response.writeHead(200, { 'content-length': weights.length });
			response.write(weights.subarray(0, half));
			setTimeout(() => response.end(weights.subarray(half)), 50);
		};
		expect(isWhole(await run())).toBe(true);
	});
});

describe('a connection that breaks off', () => {
	const half = weights.length >> 1;

	beforeEach(async () => {
		hub.next.file = answers.dropped(weights, half);
		await expect(size()).rejects.toThrow(
			`The connection broke off after ${half} of ${weights.length} bytes.`
		);
		expect(download.arrived).toBe(half);
		hub.log.length = 0;
		hub.next = {};
	});

	it('is taken up where it ended', async () => {
		expect(isWhole(await run())).toBe(true);
		expect(hub.log).toEqual([`file from ${half}`]);
	});

	it('starts over where the server sends everything once more', async () => {
		hub.next.file = (_, response) => hub.sendFrom(response, 0, false);
		expect(isWhole(await run())).toBe(true);
		expect(hub.log).toEqual([`file from ${half}`]);
	});

	it.each([
		['refuses', answers.status(416)],
		[
			'goes on elsewhere',
			(_: unknown, response: Parameters<FakeHub['sendFrom']>[0]) =>
				hub.sendFrom(response, half + 1, true)
		]
	])('starts over where the server %s', async (_, answer) => {
		hub.next.file = (request, response) =>
			request.headers.range ? answer(request, response) : hub.sendFrom(response, 0, false);
		expect(isWhole(await run())).toBe(true);
		expect(hub.log).toEqual([`file from ${half}`, 'file']);
	});

	it('forgets everything when the rest is of another file', async () => {
		hub.next.file = (_, response) => {
			response.writeHead(206, { 'content-length': weights.length - half });
			response.end(weights.subarray(0, weights.length - half));
		};
		await expect(size()).rejects.toThrow('expected the SHA-256');
		expect(download.arrived).toBe(0);
		hub.next = {};
		hub.log.length = 0;
		expect(isWhole(await run())).toBe(true);
		expect(hub.log).toEqual(['list', 'file']);
	});
});

it('a cancelled download rejects as such, and keeps what has come', async () => {
	const controller = new AbortController();
	hub.next.file = (_, response) => {
		response.writeHead(200, { 'content-length': weights.length });
		response.write(weights.subarray(0, 100_000));
	};
	const stop = new DOMException('The download was cancelled.', 'AbortError');
	const work = download.run(controller.signal, (done) => {
		if (done >= 100_000) controller.abort(stop);
	});
	await expect(work).rejects.toBe(stop);
	expect(download.arrived).toBe(100_000);
});

describe('a file is refused', () => {
	const { length } = weights;

	it.each([
		['that is not there', answers.status(404), 'answered with status 404'],
		['of a server in trouble', answers.status(500), 'answered with status 500'],
		[
			'that is a web page',
			answers.body('<!doctype html>', 'text/html; charset=utf-8'),
			'found a web page'
		],
		[
			'that is too short',
			answers.body(weights.subarray(0, length - 8)),
			`expected ${length} bytes, as its listing says, found ${length - 8}`
		],
		[
			'that is too long',
			answers.body(Buffer.concat([weights, Uint8Array.of(0)])),
			`expected ${length} bytes, as its listing says, found more`
		],
		[
			'with one bit changed',
			answers.body(weights.map((byte, at) => (at === length - 9 ? byte ^ 1 : byte))),
			'expected the SHA-256'
		],
		['nobody sends', answers.closed(), 'could not be reached']
	])('%s', async (_, file, sentence) => {
		hub.next.file = file;
		await expect(size()).rejects.toThrow(sentence);
		expect(download.arrived).toBe(0);
	});

	it.each([
		['is no weight file', new TextEncoder().encode('x'.repeat(400)), /safetensors|header/i],
		[
			'holds another network',
			new Uint8Array(
				serializeSafetensors(
					randomState(createArchitecture('repghostnet', { width: 0.58 }), 'training-time'),
					{}
				)
			),
			/expected RepGhostNet 0\.5×, found RepGhostNet 0\.58×/
		],
		[
			'holds a network of no published table',
			new Uint8Array(serializeSafetensors(randomState(SMALL_ARCHITECTURE, 'training-time'), {})),
			/expected/
		]
	])('that is listed so and %s', async (_, bytes, sentence) => {
		await hub.stop();
		await begin(bytes);
		await expect(size()).rejects.toThrow(sentence);
	});
});

describe('a listing is refused', () => {
	const large = { oid: 'a'.repeat(64), size: 10 };

	it.each([
		['that is not there', () => answers.status(404), 'answered with status 404'],
		['of a private repository', () => answers.status(401), 'answered with status 401'],
		[
			'that is a web page',
			() => answers.body('<html>', 'text/html'),
			'expected JSON, found a web page'
		],
		['that is no JSON', () => answers.body('model'), 'expected JSON, found something else'],
		['that is no list', () => json({ error: 'no' }), 'expected entries with a path'],
		[
			'without the file',
			() => json([{ path: 'README.md' }]),
			'expected model.safetensors, found no'
		],
		['without a hash', () => json(hub.entries({ lfs: undefined })), 'found undefined at lfs'],
		['with half a hash', () => json(hub.entries({ lfs: { ...large, oid: 'ab' } })), 'at lfs.oid'],
		['with no bytes', () => json(hub.entries({ lfs: { ...large, size: 0 } })), 'at lfs.size'],
		['of 2 GB', () => json(hub.entries({ lfs: { ...large, size: 2e9 } })), 'at lfs.size'],
		['of a folder', () => json(hub.entries({ type: 'directory' })), 'at type']
	])('%s', async (_, make, sentence) => {
		hub.next.listing = make();
		await expect(size()).rejects.toThrow(sentence);
		expect(hub.log).toEqual(['list']);
	});

	it('of a hub that is out of reach', async () => {
		await hub.stop();
		await expect(size()).rejects.toThrow(`${new URL(hub.address).host} could not be reached.`);
		await begin();
	});

	const json =
		(value: unknown) =>
		(_: unknown, response: Parameters<typeof sendJson>[0]): void =>
			sendJson(response, value);
});

describe('this site', () => {
	const folder = () => new URL(`${hub.address}/`);

	it('that has no folder of weights is no error', async () => {
		expect(await findOnSite(SLUG, folder(), never)).toBeNull();
	});

	it('may answer with a page for what it does not have', async () => {
		const page = new URL(`data:text/html,<h1>index</h1>?/`);
		expect(await findOnSite(SLUG, page, never)).toBeNull();
	});
});
