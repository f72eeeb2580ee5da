import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { fittingDecimals, gridCells, probeText, textWidth } from './cells.ts';
import { channelsOf, sharedScale } from './channels.ts';
import { schema } from './props.ts';

const words = en.tensors;
const scale = { kind: 'signed', low: -1, high: 1 } as const;

describe('cells', () => {
	const values = [0.3, -0.9, 0, 0.004];
	const grid = { values, rows: 2, columns: 2, scale };

	it('have digits, colours and a name to be read out', () => {
		const cells = gridCells(grid, 2, words);
		expect(cells.flat().map(({ text }) => text)).toEqual(['0.30', '−0.90', '0', '0.00']);
		expect(cells[0]![1]).toMatchObject({
			name: 'row 1, column 2, minus 0.90',
			ink: 'white',
			row: 0,
			column: 1
		});
		expect(textWidth(cells)).toBeCloseTo(5 * 0.46 + 0.35);
	});

	it('say the whole number under the tensor; a single one without its place', () => {
		expect(probeText(grid, { row: 1, column: 1 }, words)).toBe('row 2, column 2: 0.004');
		const one = { values: [Math.fround(-1.8)], rows: 1, columns: 1, scale };
		expect(probeText(one, { row: 0, column: 0 }, words)).toBe('−1.8');
		expect(gridCells(one, 2, words)[0]![0]!.name).toBe('minus 1.80');
	});

	it('have as many digits as fit', () => {
		expect([[1.8, -0.4], [9.996, 0], [-250], [NaN, 3], []].map(fittingDecimals)).toEqual([
			2, 1, 0, 2, 2
		]);
	});
});

describe('channels', () => {
	it('takes a list as a square or a row', () => {
		expect(channelsOf([1, 2, 3, 4])).toMatchObject({ rows: 2, columns: 2 });
		expect(channelsOf([1, 2, 3])).toMatchObject({ rows: 1, columns: 3 });
		expect(channelsOf([[[1, 2, 3]], [[4, 5, 6]]]).channels[1]).toEqual(Float32Array.of(4, 5, 6));
	});

	it('shares one scale, and never hides a negative value', () => {
		expect(sharedScale(channelsOf([[[0, 4]], [[-2, 1]]]), 'auto')).toEqual({
			kind: 'signed',
			low: -4,
			high: 4
		});
		expect(sharedScale(channelsOf([-1, 2, 3]), 'unsigned').kind).toBe('signed');
		expect(sharedScale(channelsOf([1, 2, NaN]), 'auto')).toEqual({
			kind: 'unsigned',
			low: 0,
			high: 2
		});
		expect(sharedScale(channelsOf([1, 2, 3]), 'signed').kind).toBe('signed');
	});

	it('refuses ragged rows and empty lists', () => {
		const accepts = (values: unknown) => v.safeParse(schema, { values }).success;
		expect(
			accepts([
				[
					[1, 2],
					[3, 4]
				]
			])
		).toBe(true);
		expect(accepts([[[1, 2], [3]]])).toBe(false);
		expect(accepts([[[1]], [[1], [2]]])).toBe(false);
		expect(accepts([])).toBe(false);
		expect(accepts([[]])).toBe(false);
		expect(accepts([[[]]])).toBe(false);
	});
});
