import { describe, expect, it } from 'vitest';
import { runStill } from '../limits/experiment.ts';
import { REMEDIES, type Remedy } from './border-merge.ts';
import { drawRow, mergedBias, sumText } from './border-row.ts';
import { runBorder, type BorderSetting } from './border-run.ts';

const setting: BorderSetting = {
	...{ remedy: 'none', bias: 1, row: [1, 1, 1], weight: 1, taps: [1, 1, 1] }
};
const draw = (place: number, part: Partial<BorderSetting> = {}) => {
	const given = { ...setting, ...part };
	return drawRow(runStill(runBorder, given).row, given, place);
};

describe('drawRow', () => {
	it('says what the window makes of the corner, both ways', () => {
		const { twoSteps, merged, difference } = draw(0);
		expect(twoSteps.sum).toBe('0 · 1 + 2 · 1 + 2 · 1 = 4');
		expect(merged.sum).toBe('0 · 1 + 1 · 1 + 1 · 1 + 3 = 5');
		expect(difference).toEqual([-1, 0, -1]);
	});

	it('marks three cells at the window’s place', () => {
		const seen = (place: number) => draw(place).merged.input.map((cell) => cell?.inWindow);
		expect(seen(0)).toEqual([true, true, true, false, false]);
		expect(seen(2)).toEqual([false, false, true, true, true]);
	});

	it('shows padding where it is: at the middle, or at the input', () => {
		const ends = (remedy: Remedy) => {
			const { input, middle } = draw(0, { remedy }).twoSteps;
			return [input[0]?.text ?? null, middle![0]?.text];
		};
		expect(REMEDIES.map(ends)).toEqual([
			[null, '0'],
			[null, '1'],
			['0', '1'],
			[null, '0']
		]);
	});

	it.each(REMEDIES)('adds up, with any numbers: %s', (remedy) => {
		const other = { row: [1, 0, 2, 3], weight: 2, taps: [1, -2, 0.5], bias: -1.5 } as const;
		for (const place of [0, 1, 2, 3]) {
			const { twoSteps, merged } = draw(place, { ...other, remedy });
			for (const { sum } of [twoSteps, merged]) expect(evaluate(sum)).toBe(0);
		}
	});
});

/** What the left side of a sum is more than its right side, computed from its words. */
function evaluate(sum: string): number {
	const number = (text: string) => Number(text.replace(/[()]/g, '').replace('−', '-'));
	const [left = '', right = ''] = sum.split(' = ');
	const terms = left.split(' + ').map((term) => term.split(' · ').map(number));
	const total = terms.reduce((all, [a = NaN, b = 1]) => all + a * b, 0);
	return total - number(right);
}

it('mergedBias is b times the sum of the taps, and nothing without b', () => {
	expect(mergedBias({ ...setting, taps: [1, 2, 3], bias: 2 })).toBe(12);
	expect(mergedBias({ ...setting, remedy: 'no-bias' })).toBe(0);
});

it('sumText puts negative numbers in brackets', () => {
	expect(sumText([-1, 0, 2], [1, -2, 0.5], -3, -3)).toBe(
		'(−1) · 1 + 0 · (−2) + 2 · 0.5 + (−3) = −3'
	);
});
