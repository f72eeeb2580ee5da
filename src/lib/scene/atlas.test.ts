import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTensor } from '#lib/core/tensor.ts';
import { layoutAtlas, paintAtlas, paintSingle } from './atlas.ts';
import { colourOf, colourScale } from './colour-scale.ts';

describe('layoutAtlas', () => {
	it('keeps every box inside and apart from the others', () => {
		const extent = fc.integer({ min: 1, max: 40 });
		fc.assert(
			fc.property(extent, extent, extent, (count, rows, columns) => {
				const layout = layoutAtlas(count, { rows, columns }, 6);
				expect(layout.boxes).toHaveLength(count);
				layout.boxes.forEach((box, index) => {
					expect(box.left + box.width).toBeLessThanOrEqual(layout.width);
					expect(box.top + box.height).toBeLessThanOrEqual(layout.height);
					const next = layout.boxes[index + 1];
					if (next && next.top === box.top) {
						expect(next.left).toBeGreaterThan(box.left + box.width);
					}
				});
			})
		);
	});

	it('magnifies maps of one value', () => {
		expect(layoutAtlas(2, { rows: 1, columns: 1 }, 12).magnification).toBe(28);
		expect(layoutAtlas(2, { rows: 112, columns: 112 }, 12).magnification).toBe(1);
	});
});

describe('painting', () => {
	const scale = colourScale(-2, 2);
	const maps = createTensor([1, 2, 1, 2], Float32Array.of(-2, 0, 1, NaN));
	const pixel = (picture: { width: number; rgba: Uint8ClampedArray }, x: number, y: number) => [
		...picture.rgba.subarray((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 4)
	];

	it('puts the chosen channels in their order into the boxes', () => {
		const layout = layoutAtlas(2, { rows: 1, columns: 2 }, 2);
		const picture = paintAtlas(maps, [1, 0], [scale, scale], layout);
		const [first, second] = layout.boxes;
		expect(pixel(picture, first!.left, first!.top)).toEqual([...colourOf(scale, 1), 255]);
		expect(pixel(picture, second!.left, second!.top)).toEqual([...colourOf(scale, -2), 255]);
		expect(pixel(picture, first!.left + first!.width, 0)[3]).toBe(0);
	});

	it('chequers what is not finite in black and white', () => {
		const picture = paintSingle(Float32Array.of(NaN, Infinity), 2, scale);
		expect(pixel(picture, 0, 0)).toEqual([0, 0, 0, 255]);
		expect(pixel(picture, 1, 0)).toEqual([255, 255, 255, 255]);
	});
});
