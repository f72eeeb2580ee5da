import { describe, expect, it } from 'vitest';
import {
	addStroke,
	paintDrawing,
	paintGround,
	StrokeCover,
	type Drawing,
	type Stroke
} from './drawing.ts';
import type { Picture } from './picture.ts';

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;
const dot = (x: number, y: number, thickness = 0.3): Stroke => ({
	pen: red,
	thickness,
	points: [{ x, y }]
});
const paper = (strokes: readonly Stroke[]): Drawing => ({ ground: null, strokes });
const at = ({ width, rgb }: Picture, column: number, row: number) => [
	...rgb.slice((row * width + column) * 3, (row * width + column) * 3 + 3)
];

describe('a drawing', () => {
	it('without strokes is white paper', () => {
		expect(paintDrawing(paper([]), 3, 2)).toEqual({
			...{ width: 3, height: 2 },
			rgb: new Uint8ClampedArray(18).fill(255)
		});
	});

	it('stands where it was drawn: x along the columns, y along the rows', () => {
		const picture = paintDrawing(paper([dot(0.85, 0.15)]), 10, 10);
		expect(at(picture, 8, 1)).toEqual([255, 0, 0]);
		expect(at(picture, 1, 8)).toEqual([255, 255, 255]);
	});

	it('is round, and fades over one pixel at its edge', () => {
		// Radius 1.5 around the middle of pixel (4, 4): a neighbour but one has distance 2.
		const picture = paintDrawing(paper([dot(0.5, 0.5, 3 / 9)]), 9, 9);
		expect(at(picture, 5, 4)).toEqual([255, 0, 0]);
		expect(at(picture, 6, 4)).toEqual([255, 255, 255]);
		// Distance √2 of the corner: 1.5 + 0.5 − 1.414 = 0.586 covered.
		expect(at(picture, 5, 5)[1]).toBe(Math.round(255 * (1 - (2 - Math.SQRT2))));
	});

	it('joins its points by lines', () => {
		const line = { pen: red, thickness: 0.1, points: [dot(0, 0.55), dot(1, 0.55)] };
		const points = line.points.map(({ points: [point] }) => point!);
		const picture = paintDrawing(paper([{ ...line, points }]), 10, 10);
		for (let column = 0; column < 10; column++) {
			expect(at(picture, column, 5)).toEqual([255, 0, 0]);
			expect(at(picture, column, 7)).toEqual([255, 255, 255]);
		}
	});

	it('covers once where a stroke crosses itself, and again with the next stroke', () => {
		const corner = { x: 5.5 / 9, y: 5.5 / 9 };
		const there = { x: 0.5, y: 0.5 };
		const once = paintDrawing(paper([{ pen: red, thickness: 3 / 9, points: [there] }]), 9, 9);
		const twice = paintDrawing(
			paper([{ pen: red, thickness: 3 / 9, points: [there, there, there] }]),
			...([9, 9] as const)
		);
		expect(twice).toEqual(once);
		const over = addStroke(once, paintGround(null, 9, 9), {
			...{ pen: blue, thickness: 1 / 9 },
			points: [corner]
		});
		expect(at(over, 5, 5)).toEqual([0, 0, 255]);
	});

	it('is the same, point by point under the hand or all at once', () => {
		const points = [0.1, 0.7, 0.4, 0.9].map((x, index) => ({ x, y: (index + 1) / 5 }));
		const bare = paintGround(null, 12, 9);
		const cover = new StrokeCover(12, 9);
		const grown = points.map((_, index) => {
			const stroke = { pen: red, thickness: 0.2, points: points.slice(0, index + 1) };
			expect(addStroke(bare, bare, stroke, cover)).toEqual(addStroke(bare, bare, stroke));
			return stroke;
		});
		expect(addStroke(bare, bare, grown.at(-1)!, cover)).not.toEqual(bare);
	});

	it('is never thinner than a pixel', () => {
		expect(at(paintDrawing(paper([dot(0.5, 0.5, 0.001)]), 9, 9), 4, 4)).toEqual([255, 0, 0]);
	});

	it('is rubbed out down to its ground', () => {
		const rgb = Uint8ClampedArray.from({ length: 48 }, (_, index) => index * 5);
		const ground: Picture = { width: 4, height: 4, rgb };
		const strokes = [
			{ pen: red, thickness: 2, points: [{ x: 0.5, y: 0.5 }] },
			{ pen: null, thickness: 4, points: [{ x: 0.5, y: 0.5 }] }
		];
		expect(paintDrawing({ ground, strokes: strokes.slice(0, 1) }, 4, 4).rgb[3]).toBe(255);
		expect(paintDrawing({ ground, strokes }, 4, 4)).toEqual(ground);
		expect(rgb[1]).toBe(5);
	});

	it('fits a network of another size, its ground cut at the middle', () => {
		const rgb = Uint8ClampedArray.from({ length: 4 * 2 * 3 }, (_, index) =>
			[0, 3].includes(Math.floor(index / 3) % 4) ? 0 : 200
		);
		const small = paintDrawing({ ground: { width: 4, height: 2, rgb }, strokes: [] }, 2, 2);
		expect([...small.rgb]).toEqual(new Array(12).fill(200));
		const large = paintDrawing(paper([dot(0.85, 0.15)]), 40, 40);
		expect(at(large, 34, 6)).toEqual([255, 0, 0]);
	});
});
