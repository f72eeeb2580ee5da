import { describe, expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { DIAL_GROUPS, dialText, wrapAround } from './dial-words.ts';

describe('where a dial stands', () => {
	it.each([
		['turn', 120, '120°', '120 degrees'],
		['lean', -7, '−7°', '−7 degrees'],
		['size', 1.25, '1.25×', '1.25 times'],
		['across', -0.25, '−0.25', '0.25 to the left'],
		['across', 0, '0', 'in the middle'],
		['forward', 0.1, '+0.1', '0.1 nearer'],
		['gloss', 0.35, '35 %', '35 percent'],
		['clutter', 0, '0', 'no small things'],
		['clutter', 1, '1', '1 small thing'],
		['clutter', 3, '3', '3 small things'],
		['style', 0, 'shaded', 'shaded'],
		['style', 1, 'flat', 'flat'],
		['style', 2, 'line drawing', 'line drawing'],
		['style', 1.25, '25 % from flat to line drawing', '25 % from flat to line drawing']
	])('%s at %d', (key, value, shown, spoken) => {
		expect(dialText(key, value, en.scenes)).toEqual({ shown, spoken });
	});

	it('has a group for every dial, once', () => {
		const keys = DIAL_GROUPS.flatMap((group) => [...group.keys]);
		expect([...keys].sort()).toEqual(Object.keys(en.scenes.dials).sort());
	});
});

describe('a dial that wraps', () => {
	const turn = { key: 'turn', least: 0, most: 360, step: 1, wraps: true };

	it.each([
		['ArrowRight', 360, 1],
		['ArrowUp', 360, 1],
		['ArrowLeft', 0, 359],
		['ArrowDown', 0, 359],
		['ArrowRight', 359, null],
		['ArrowLeft', 1, null],
		['End', 360, null]
	])('%s at %d leads to %s', (key, value, to) => expect(wrapAround(key, value, turn)).toBe(to));

	it('is not every dial', () => {
		expect(wrapAround('ArrowRight', 360, { ...turn, wraps: false })).toBeNull();
	});
});
