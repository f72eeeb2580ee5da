import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLane, reluLane, reluSum } from './relu-sum.ts';

describe('reluSum', () => {
	it('is 2 and 1 for a = 2 and b = −1', () => {
		expect(reluSum(2, -1)).toEqual({
			...{ reluA: 2, reluB: 0, sum: 1 },
			...{ inside: 2, behind: 1, difference: 1 }
		});
	});

	it('does not show the rounding of 0.1 + 0.2', () => expect(reluSum(0.1, 0.2).sum).toBe(0.3));

	const tenths = fc.integer({ min: -30, max: 30 }).map((value) => value / 10);

	it('differs by the smaller size where the signs are opposite, and nowhere else', () => {
		fc.assert(
			fc.property(tenths, tenths, (a, b) => {
				const expected = a * b < 0 ? Math.min(Math.abs(a), Math.abs(b)) : 0;
				expect(reluSum(a, b).difference).toBeCloseTo(expected, 12);
			})
		);
	});
});

describe('lanes', () => {
	it('keep nothing of a negative number behind a ReLU, and show what was cut', () => {
		expect(reluLane(-1, 2)).toEqual({ kept: { from: 2, to: 2 }, cut: { from: 2, to: 1 } });
		expect(reluLane(2)).toEqual({ kept: { from: 0, to: 2 }, cut: null });
	});

	it('pull back without one', () =>
		expect(plainLane(-1, 2)).toEqual({ kept: { from: 2, to: 1 }, cut: null }));
});
