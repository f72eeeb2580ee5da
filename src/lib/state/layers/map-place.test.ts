import { expect, it } from 'vitest';
import { lettingGo, readPlace, writePlace } from './map-place.ts';

it('counts from 1 in addresses and from 0 elsewhere', () => {
	expect(readPlace('3-12-7')).toEqual({ channel: 2, row: 11, column: 6 });
	expect(writePlace({ channel: 2, row: 11, column: 6 })).toBe('3-12-7');
	expect([readPlace(null), writePlace(null)]).toEqual([null, null]);
});

it('lets go of a number when its layer or network is left', () => {
	expect(lettingGo({ layer: 'conv_stem' })).toEqual({ value: null });
	expect(lettingGo({ model: {} })).toEqual({ value: null });
	expect({ value: 1, ...lettingGo({}) }).toEqual({ value: 1 });
});
