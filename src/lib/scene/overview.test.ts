import { describe, expect, it } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { laidMaps } from '#lib/core/maps/map-statistics.ts';
import { sizeOf } from '#lib/core/tensor.ts';
import { outlineNetwork } from '../../../tests/support/outline.ts';
import { layoutOverview, paintOverview } from './overview.ts';

const layers = outlineNetwork(
	createArchitecture('repghostnet', {
		inputShape: [3, 64, 64],
		head: 16,
		classes: 3,
		stages: [
			[{ kernel: 3, expansion: 16, out: 16, squeezeExcite: true, stride: 1 }],
			[{ kernel: 3, expansion: 32, out: 24, squeezeExcite: false, stride: 2 }]
		]
	}),
	'training-time'
);
const layout = layoutOverview(layers);
const boxes = layout.bands.flatMap((band) => band.layers.flatMap((layer) => layer.boxes));

describe('all maps of a network', () => {
	it('have a place each, and none overlaps another or leaves the picture', () => {
		expect(boxes).toHaveLength(layout.maps);
		expect(layout.maps).toBe(layers.reduce((sum, { shape: [channels] }) => sum + channels, 0));
		const taken = new Uint8Array(layout.width * layout.height);
		let area = 0;
		for (const { left, top, width, height } of boxes) {
			expect(left + width).toBeLessThanOrEqual(layout.width);
			area += width * height;
			for (let row = top; row < top + height; row++) {
				taken.fill(1, row * layout.width + left, row * layout.width + left + width);
			}
		}
		expect(taken.reduce((sum, value) => sum + value, 0)).toBe(area);
		expect(Math.max(...boxes.map(({ top, height }) => top + height))).toBe(layout.height);
	});

	it('stand in one band for each block, in running order', () => {
		const [first, second] = layout.bands;
		const blocks = layout.bands.map(({ block }) => block);
		expect(blocks).toEqual(['conv_stem', 'blocks.0.0', 'blocks.1.0', 'blocks.2.0', 'head']);
		expect(second!.top).toBeGreaterThan(first!.top + first!.height);
		const names = layout.bands.flatMap((band) => band.layers.map(({ name }) => name));
		expect(names).toEqual(layers.map(({ name }) => name));
	});

	it('are painted where they stand, each layer in its own colours', () => {
		const shapes = new Map(layers.map(({ name, shape }) => [name, shape]));
		const { picture, bands } = paintOverview(layers, (name) => {
			const shape = [1, ...shapes.get(name)!];
			const data = new Float32Array(sizeOf(shape)).fill(name === 'conv_stem' ? 0 : 5);
			return laidMaps({ shape, data });
		});
		const { rgba, width } = picture;
		expect(bands[1]).toEqual({
			block: 'blocks.0.0',
			top: layout.bands[1]!.top,
			height: layout.bands[1]!.height
		});
		const at = (box: (typeof boxes)[number]) => {
			const start = (box.top * width + box.left) * 4;
			return [...rgba.slice(start, start + 4)];
		};
		expect(at(boxes[0]!)).toEqual([0, 32, 81, 255]);
		expect(at(boxes.at(-1)!)).toEqual([253, 234, 69, 255]);
		expect(rgba[boxes[0]!.width * 4 + 3]).toBe(0);
	});

	it('are the same in memory that held another picture, where it is as large', () => {
		const shapes = new Map(layers.map(({ name, shape }) => [name, shape]));
		const paint = (spare?: ArrayBuffer) =>
			paintOverview(
				layers,
				(name) => {
					const shape = [1, ...shapes.get(name)!];
					const data = Float32Array.from({ length: sizeOf(shape) }, (_, index) => index % 7);
					return laidMaps({ shape, data });
				},
				spare
			).picture.rgba;
		const fresh = Buffer.from(paint());
		const used = new Uint8Array(fresh.length).fill(9).buffer;
		const again = paint(used);
		expect(again.buffer).toBe(used);
		expect(Buffer.from(again).equals(fresh)).toBe(true);
		expect(Buffer.from(paint(new ArrayBuffer(8))).equals(fresh)).toBe(true);
	});
});
