import { describe, expect, it } from 'vitest';
import { drawSheet, type MapsView } from './maps-sheet.ts';

/** Three maps of 2 × 2. */
const maps = {
	shape: [1, 3, 2, 2],
	data: Float32Array.of(0, 1, 2, 3, 0, 0, 0, 0, 8, 7, NaN, 5)
};
const view: MapsView = { channels: [2, 0], across: 2, scale: 'shared', chosen: 0 };

describe('a sheet of maps', () => {
	it('says of the whole layer what the words around it need', () => {
		const sheet = drawSheet(maps, view);
		expect(sheet.shape).toEqual({ channels: 3, rows: 2, columns: 2 });
		expect(sheet.extent).toEqual({ min: 0, max: 8 });
		expect(sheet.highest).toEqual({ channel: 2, row: 0, column: 0, value: 8 });
		expect(sheet.notFinite).toBe(1);
	});

	it('holds the chosen map in the colours of the layer, or in its own', () => {
		expect(drawSheet(maps, view).values).toEqual(Float32Array.of(0, 1, 2, 3));
		expect(drawSheet(maps, view).colours.high).toBe(8);
		expect(drawSheet(maps, { ...view, scale: 'own' }).colours.high).toBe(3);
	});

	it('paints the channels asked for, in their order', () => {
		const there = drawSheet(maps, { ...view, channels: [0, 2] }).atlas;
		const back = drawSheet(maps, { ...view, channels: [2, 0] }).atlas;
		const [width, half] = [there.width * 4, 28 * 4];
		expect(there.rgba.slice(0, half)).toEqual(back.rgba.slice(width - half, width));
		expect(there.rgba).not.toEqual(back.rgba);
	});

	it('signs own scales together, so that white means zero in every map', () => {
		const signed = { shape: [1, 2, 1, 1], data: Float32Array.of(-4, 2) };
		const own = drawSheet(signed, { channels: [0, 1], across: 2, scale: 'own', chosen: 1 });
		expect(own.colours).toEqual({ kind: 'signed', low: -2, high: 2 });
	});

	it('refuses a channel that is not there', () => {
		expect(() => drawSheet(maps, { ...view, channels: [3] })).toThrow('below 3, found 3');
	});
});
