import { describe, expect, it } from 'vitest';
import { cosDegrees, sinDegrees } from './trigonometry.ts';

const STATED_ERROR = 7e-10;

describe('sine and cosine', () => {
	it('are at most as far off as stated, over three turns', () => {
		let farthest = 0;
		for (let degrees = -540; degrees <= 540; degrees += 0.37) {
			const radians = (degrees * Math.PI) / 180;
			farthest = Math.max(
				farthest,
				Math.abs(sinDegrees(degrees) - Math.sin(radians)),
				Math.abs(cosDegrees(degrees) - Math.cos(radians))
			);
		}
		expect(farthest).toBeLessThan(STATED_ERROR);
		expect(farthest).toBeGreaterThan(1e-11);
	});

	it('meet exactly after a full turn', () => {
		for (const degrees of [0, 90, 180, 270]) {
			expect(sinDegrees(degrees + 360)).toBe(sinDegrees(degrees));
			expect(cosDegrees(degrees - 360)).toBe(cosDegrees(degrees));
		}
	});
});
