import { describe, expect, it } from 'vitest';
import { colourOf, colourScale } from './colour-scale.ts';
import { mapImage } from './map-image.ts';

function decode(address: string): DataView {
	const [kind, text = ''] = address.split(',');
	expect(kind).toBe('data:image/bmp;base64');
	return new DataView(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)).buffer);
}

describe('a map as a bitmap', () => {
	const scale = colourScale(-2, 2);
	// prettier-ignore
	const values = Float32Array.of(
		-2, 0, 1, 2, 0.5,
		0, 0, -1, 0, 2);
	const view = decode(mapImage(values, 5, scale));

	it('has the size it says', () => {
		expect(view.getUint16(0, true)).toBe(0x4d42);
		expect(view.getUint32(2, true)).toBe(view.byteLength);
		expect([view.getInt32(18, true), view.getInt32(22, true)]).toEqual([5, -2]);
		expect(view.getUint16(28, true)).toBe(8);
		expect(view.byteLength).toBe(54 + 1024 + 2 * 8);
	});

	it('has the colour of each value, from the top left', () => {
		const start = view.getUint32(10, true);
		values.forEach((value, index) => {
			const step = view.getUint8(start + Math.floor(index / 5) * 8 + (index % 5));
			const [blue, green, red] = [0, 1, 2].map((part) => view.getUint8(54 + step * 4 + part));
			expect([red, green, blue]).toEqual([...colourOf(scale, value)]);
		});
	});
});
