import { describe, expect, it } from 'vitest';
import { plotCurves } from './curves.ts';

describe('curves', () => {
	it('run from the first epoch to the last, and from zero up', () => {
		const { paths, width, height } = plotCurves([1, 2, 3], [[0, 2, 4]], 4);
		expect(paths).toEqual([`M0,${height}L${width / 2},${height / 2}L${width},0`]);
	});

	it('share one scale that ends on a round number', () => {
		const { paths, valueTicks } = plotCurves(
			[1, 2],
			[
				[0.97, 0.5],
				[0.4, 0.1]
			]
		);
		expect(paths).toHaveLength(2);
		expect(valueTicks.at(-1)).toEqual({ at: 0, text: '1.0' });
		expect(valueTicks[0]).toEqual({ at: 130, text: '0.0' });
	});

	it('have ticks on whole epochs only', () => {
		const { epochTicks } = plotCurves([1, 2], [[1, 1]]);
		expect(epochTicks.map(({ text }) => text)).toEqual(['1', '2']);
	});

	it('of one value, or of zeros, stay finite', () => {
		expect(plotCurves([1], [[0]]).paths[0]).not.toContain('NaN');
	});
});
