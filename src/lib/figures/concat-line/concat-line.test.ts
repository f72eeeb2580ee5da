import { expect, test } from 'vitest';
import { joinLine } from './concat-line.ts';

test('GhostNet 1.0x: 32 concatenations, from 112 × 112 down to 7 × 7, largest first', () => {
	const line = joinLine('ghost', 1);
	expect(line.count).toBe(32);
	expect(line.bytes).toBe(22_027_264);
	expect(line.groups.map(({ side }) => side)).toEqual([112, 56, 28, 14, 7]);
	expect(line.groups.at(-1)!.bars.at(-1)!.running).toBe(line.bytes);
	expect(line.share).toBeGreaterThan(0);
	expect(line.share).toBeLessThan(1);
});

test('the largest bar is full', () => {
	const bars = joinLine('ghost', 1).groups.flatMap((group) => group.bars);
	expect(Math.max(...bars.map(({ share }) => share))).toBe(1);
});

test('folded RepGhostNet has none', () => {
	expect(joinLine('folded', 1)).toEqual({ groups: [], count: 0, bytes: 0, values: 0, share: 0 });
});
