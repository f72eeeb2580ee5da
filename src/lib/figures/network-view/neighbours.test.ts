import { describe, expect, it } from 'vitest';
import { nearestInDirection } from './neighbours.ts';

/** Three in a line, one under the middle, one far right above. */
const boxes = [
	[0, 50],
	[60, 50.3],
	[120, 50],
	[60, 110],
	[200, 0]
].map(([left = 0, top = 0]) => ({ left, top, width: 50, height: 30 }));

describe('an arrow key', () => {
	it.each([
		['ArrowRight', 0, 1],
		['ArrowRight', 1, 2],
		['ArrowRight', 2, 4],
		['ArrowLeft', 2, 1],
		['ArrowLeft', 0, null],
		['ArrowDown', 1, 3],
		['ArrowDown', 3, null],
		['ArrowUp', 3, 1],
		['ArrowUp', 1, null],
		['Enter', 1, null],
		['ArrowUp', 9, null]
	])('%s from %d leads to %s', (key, from, to) =>
		expect(nearestInDirection(boxes, from, key)).toBe(to)
	);
});
