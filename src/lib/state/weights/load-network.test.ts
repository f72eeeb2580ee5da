/** Published weights on their way into the engine: what fails is forgotten, what is stopped is not. */
import { beforeEach, expect, it } from 'vitest';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { loadNetwork } from './load-network.ts';

const SLUG = 'repghostnet_050.in1k';
let engine: FakeEngine;

const load = () => {
	const { cards, published } = engine.connections();
	return loadNetwork(
		{ kind: 'published', slug: SLUG },
		{ engine, cards, published },
		() => undefined
	);
};

beforeEach(() => {
	engine = new FakeEngine();
	engine.held = true;
	engine.kept.add(SLUG);
});

it('a kept network is loaded, and stays', async () => {
	const work = load();
	await Promise.resolve();
	engine.waiting.answer();
	expect((await work).source).toMatchObject({ kind: 'published', slug: SLUG });
	expect(engine.log).toEqual([`load ${SLUG}`]);
});

it('one that the engine refuses is forgotten', async () => {
	const work = load();
	await Promise.resolve();
	engine.waiting.fail('damaged');
	await expect(work).rejects.toThrow('damaged');
	expect(engine.log).toEqual([`load ${SLUG}`, `drop ${SLUG}`]);
});

it('one that is cancelled stays', async () => {
	const work = load();
	await Promise.resolve();
	engine.waiting.fail('stopped', 'AbortError');
	await expect(work).rejects.toThrow('stopped');
	expect([...engine.kept]).toEqual([SLUG]);
});

it('one that is not here asks nothing of the engine', async () => {
	engine.kept.clear();
	await expect(load()).rejects.toThrow('is not here');
	expect(engine.log).toEqual([]);
});
