/** From the menu to a network that is here: who is asked, and when. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { findOnHub } from '#lib/engine/weight-places.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { answers, FakeHub } from '../../../../tests/support/fake-hub.ts';
import { randomState } from '../../../../tests/support/weight-files.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { estimateBytes } from './published-facts.ts';
import { PublishedWeights } from './published-weights.svelte.ts';
import { WeightStore } from './weight-store.ts';

const SLUG = 'repghostnet_050.in1k';
const architecture = createArchitecture('repghostnet', { width: 0.5 });
const hub = new FakeHub(
	new Uint8Array(serializeSafetensors(randomState(architecture, 'training-time'), {}))
);
const { length } = hub.bytes;
const onSite = vi.fn(async () => null);
let ready: string[];
let published: PublishedWeights;

beforeAll(() => hub.start());
afterAll(() => hub.stop());
beforeEach(() => {
	hub.log.length = 0;
	hub.next = {};
	ready = [];
	published = new PublishedWeights(new WeightStore(), {
		site: onSite,
		hub: (slug, signal) => findOnHub(slug, signal, hub.address)
	});
	published.onready = (slug) => ready.push(slug);
});

it('a network that is not here waits, and the hub is not asked', async () => {
	await published.want(SLUG);
	expect(published.wanted?.label).toBe('RepGhostNet 0.5×');
	expect(published.state).toEqual({ kind: 'asked' });
	expect(hub.log).toEqual([]);
	expect(ready).toEqual([]);
});

it('a wish that was given up while it was looked up does not come after all', async () => {
	const store = new WeightStore();
	const kept = { slug: SLUG, bytes: length, sha256: hub.sha256 };
	await store.put(kept, Uint8Array.from(hub.bytes));
	const slow = new PublishedWeights(store, { site: onSite, hub: () => Promise.reject() });
	slow.onready = (slug) => ready.push(slug);
	const looking = slow.want(SLUG);
	slow.dismiss();
	await looking;
	const first = slow.want('repghostnet_100.in1k');
	const second = slow.want(SLUG);
	await Promise.all([first, second]);
	expect(ready).toEqual([SLUG]);
	expect(slow.wanted).toBeNull();
});

it('a download ends with a network that is here, for the next wish too', async () => {
	await published.want(SLUG);
	await published.download();
	expect(ready).toEqual([SLUG]);
	expect(published.wanted).toBeNull();
	expect(published.kept).toEqual([{ slug: SLUG, bytes: length, sha256: hub.sha256, lasts: false }]);
	expect(await published.file(SLUG)).toMatchObject({
		name: 'RepGhostNet 0.5×',
		fileName: 'repghostnet_050.in1k.safetensors',
		sha256: hub.sha256
	});
	hub.log.length = 0;
	await published.want(SLUG);
	expect(ready).toEqual([SLUG, SLUG]);
	expect(hub.log).toEqual([]);
	await published.remove(SLUG);
	expect(published.kept).toEqual([]);
	await expect(published.file(SLUG)).rejects.toThrow('are not on this computer');
});

it('a download that breaks off says so and goes on from there', async () => {
	await published.want(SLUG);
	hub.next.file = answers.dropped(hub.bytes, 1000);
	await published.download();
	expect(published.state).toEqual({
		kind: 'failed',
		message: `The connection broke off after 1000 of ${length} bytes.`,
		done: 1000
	});
	expect(published.kept).toEqual([]);
	hub.next = {};
	await published.download();
	expect(hub.log).toEqual(['list', 'file', 'file from 1000']);
	expect(ready).toEqual([SLUG]);
});

it('a damaged file is never kept', async () => {
	await published.want(SLUG);
	hub.next.file = answers.body(hub.bytes.map((byte) => byte ^ 1));
	await published.download();
	expect(published.state).toMatchObject({ kind: 'failed', done: 0 });
	await published.refresh();
	expect(published.kept).toEqual([]);
	expect(ready).toEqual([]);
});

it('a download can be cancelled, and the wish stays', async () => {
	await published.want(SLUG);
	hub.next.file = (_, response) => {
		response.writeHead(200, { 'content-length': length });
		response.write(hub.bytes.subarray(0, 100_000));
	};
	const work = published.download();
	await vi.waitFor(() => expect(published.state).toMatchObject({ done: 100_000, total: length }));
	published.cancel();
	expect(published.state).toEqual({ kind: 'asked' });
	await work;
	expect(published.wanted?.slug).toBe(SLUG);
	hub.next = {};
	await published.download();
	expect(hub.log).toEqual(['list', 'file', 'file from 100000']);
	expect(ready).toEqual([SLUG]);
});

it('a file of this site is taken without asking the hub', async () => {
	const file = { bytes: length, sha256: hub.sha256, from: 'this site' };
	const { address } = await findOnHub(SLUG, new AbortController().signal, hub.address);
	published = new PublishedWeights(new WeightStore(), {
		site: async () => ({ ...file, address }),
		hub: () => Promise.reject(new Error('asked'))
	});
	await published.want(SLUG);
	expect(published.onSite?.bytes).toBe(length);
	await published.download();
	expect(published.kept).toHaveLength(1);
});

it('an address that asks for one opens the shipped network meanwhile', async () => {
	const model = { kind: 'published', slug: SLUG } as const;
	expect(published.admit({ ...DEFAULT_CHOICES, model }).model).toEqual(DEFAULT_CHOICES.model);
	await vi.waitFor(() => expect(published.wanted?.slug).toBe(SLUG));
	expect(published.admit(DEFAULT_CHOICES)).toBe(DEFAULT_CHOICES);
});

it('the number that an address follows comes with its network, once', async () => {
	const model = { kind: 'published', slug: SLUG } as const;
	const value = { channel: 1, row: 2, column: 3 };
	const heard: unknown[] = [];
	published.onready = (slug, followed) => heard.push([slug, followed]);
	expect(published.admit({ ...DEFAULT_CHOICES, model, value }).value).toBeNull();
	await vi.waitFor(() => expect(published.wanted?.slug).toBe(SLUG));
	await published.download();
	await published.want(SLUG);
	expect(heard).toEqual([
		[SLUG, value],
		[SLUG, null]
	]);
});

it('the size said before is that of the file within a hundredth', () => {
	const estimate = estimateBytes({ family: 'repghostnet', width: 0.5 });
	expect(Math.abs(estimate - length) / length).toBeLessThan(0.01);
});
