import { beforeEach, describe, expect, test } from 'vitest';
import { FakeCopies, SCOPE } from '../../../tests/support/fake-caches.ts';
import { copiesInOrder, copyName, dropCopies, removeCopies } from './copies.ts';

const build = { scope: SCOPE, version: 'b' };
let copies: FakeCopies;

/** Makes copies in this order; those with an exclamation mark are whole. */
async function make(...versions: string[]): Promise<void> {
	for (const version of versions) {
		const name = copyName({ scope: SCOPE, version: version.replace('!', '') });
		const copy = await copies.open(name);
		if (version.endsWith('!')) await copy.put(`${SCOPE}offline.json`, new Response());
	}
}

const left = (): string[] => [...copies.all.keys()].map((name) => name.split(':').at(-1) ?? '');

async function order(version: string): Promise<string[]> {
	const found = await copiesInOrder(copies, { scope: SCOPE, version });
	return found.map((copy) => left()[[...copies.all.values()].indexOf(copy as never)] ?? '');
}

beforeEach(() => {
	copies = new FakeCopies();
});

test('names hold the project and the folder, so that others on the origin are left alone', async () => {
	expect(copyName(build)).toBe('repghost-notebook:site:/notebook/:b');
	const others = ['repghost-notebook:weights', 'repghost-notebook:site:/:b', 'workbox-precache'];
	for (const name of others) await copies.open(name);
	await make('a!', 'b!');
	await dropCopies(copies, build, 'others');
	expect(await copies.keys()).toEqual([...others, copyName(build)]);
	await removeCopies(copies, SCOPE);
	expect(await copies.keys()).toEqual(others);
});

describe('copies are asked', () => {
	test('whole ones first, this build’s before newer ones', async () => {
		await make('a!', 'b!', 'c!', 'd');
		expect(await order('b')).toEqual(['b', 'c', 'a', 'd']);
	});

	test('an older one that is whole before this build’s that is not', async () => {
		await make('a!', 'b');
		expect(await order('b')).toEqual(['a', 'b']);
	});
});

describe('copies of other builds', () => {
	test('stay until this build’s is whole', async () => {
		await make('a!', 'b');
		await dropCopies(copies, build, 'others');
		expect(left()).toEqual(['a', 'b']);
		await make('b!');
		await dropCopies(copies, build, 'others');
		expect(left()).toEqual(['b']);
	});

	test('stay where they are newer, as long as a page of one may be open', async () => {
		await make('a!', 'b!', 'c');
		await dropCopies(copies, build, 'older');
		expect(left()).toEqual(['b', 'c']);
	});
});
