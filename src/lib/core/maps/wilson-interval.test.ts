import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

test('eight of ten, as tables have it', () => {
	const { low, high } = wilsonInterval(8, 10);
	expect(low).toBeCloseTo(0.4902, 4);
	expect(high).toBeCloseTo(0.9433, 4);
});

test('never leaves 0 to 1, and says something where nothing was wrong', () => {
	expect(wilsonInterval(5000, 5000).high).toBe(1);
	expect(wilsonInterval(5000, 5000).low).toBeCloseTo(0.99923, 5);
	expect(wilsonInterval(0, 20).low).toBe(0);
	expect(wilsonInterval(0, 20).high).toBeCloseTo(0.1611, 4);
});
