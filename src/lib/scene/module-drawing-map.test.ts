import { expect, it } from 'vitest';
import { colourOf, colourScale } from './colour-scale.ts';
import { mapImage } from './module-drawing-map.ts';

it('writes a bitmap that holds the colour of every value', () => {
	const scale = colourScale(-2, 2);
	const values = [-2, -1, 0, 1, 2, 0.5];
	const [head, base64] = mapImage({ values, rows: 2, columns: 3, scale }).split(',');
	expect(head).toBe('data:image/bmp;base64');
	const bytes = Buffer.from(base64!, 'base64');
	expect(bytes.subarray(0, 2).toString()).toBe('BM');
	expect(bytes.readUInt32LE(2)).toBe(bytes.length);
	expect([bytes.readInt32LE(18), bytes.readInt32LE(22)]).toEqual([3, 2]);
	// Lines of 3 · 3 bytes are filled up to 12, the last line first.
	const at = (row: number, column: number) => bytes.readUInt32LE(10) + (1 - row) * 12 + column * 3;
	values.forEach((value, index) => {
		const from = at(Math.floor(index / 3), index % 3);
		const [blue, green, red] = bytes.subarray(from, from + 3);
		expect([red, green, blue]).toEqual(colourOf(scale, value));
	});
});
