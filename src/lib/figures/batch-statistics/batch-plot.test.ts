import { describe, expect, it } from 'vitest';
import { runStill } from '../limits/experiment.ts';
import { drawBatches, pixelGuide } from './batch-plot.ts';
import { runBatches } from './batch-statistics.ts';

const draw = (mode: 'training' | 'evaluation', next: [number, number] = [0, 10]) =>
	drawBatches(
		runStill(runBatches, {
			...{ mode, pixel: 2, first: [0, 4], next },
			norm: { gamma: 1, beta: 0, mean: 1, variance: 4 }
		})
	);

describe('drawBatches', () => {
	it('draws two lines in training mode and one in evaluation mode', () => {
		const [first, next] = draw('training');
		expect(first!.path).not.toBe(next!.path);
		const [stored, again] = draw('evaluation');
		expect(stored!.path).toBe(again!.path);
	});

	it('puts the pixel of {0, 2, 4} on zero, in the middle of the plot', () => {
		const pixel = draw('training')[0]!.dots.find(({ isPixel }) => isPixel)!;
		expect(pixel.top).toBeCloseTo(50, 4);
		expect(pixelGuide(2)).toBe(`M${pixel.left} 0V100`);
	});

	it('leaves out what lies above the plot', () => {
		expect(draw('evaluation')[1]!.dots).toHaveLength(2);
	});
});
