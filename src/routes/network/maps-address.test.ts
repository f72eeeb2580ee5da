import { expect, test } from 'vitest';
import { mapsFromUrl, mapsToUrl } from './maps-address.ts';

test.each([
	{ show: null, order: null, map: null },
	{ show: 'silent', order: 'energy', map: '1280' }
] as const)('%j comes back as it was', (part) => {
	expect(mapsToUrl(mapsFromUrl(part))).toEqual(part);
});

test('an address counts from 1', () => {
	expect(mapsFromUrl({ show: 'alive', order: null, map: '1' })).toEqual({
		filter: 'alive',
		order: 'channel',
		channel: 0
	});
});
