import { describe, expect, it } from 'vitest';
import type { FormInfo } from '#lib/core/cost/form-info.ts';
import { COLUMNS, layerRows, sortBy, viewRows, type TableView } from './layer-table.ts';

type Layer = FormInfo['layers'][number];

const layer = (name: string, kind: Layer['kind'], shape: Layer['shape'], macs: number): Layer => ({
	...{ name, kind, shape, macs },
	parameters: 1,
	bytesMoved: 4
});
const result = (name: string, mean: number, milliseconds: number | null) => ({
	...{ name, mean, milliseconds },
	...{ min: -1, max: 1, std: 1, zeros: 0 }
});

const form: FormInfo = {
	...{ parameters: 3, macs: 60, bytesMoved: 12, peakActivationBytes: 4 },
	layers: [
		layer('conv_stem', 'convolution', [16, 4, 4], 30),
		layer('blocks.0.0.se', 'squeeze-excite', [40, 2, 2], 10),
		layer('blocks.0.0.conv_dw', 'depthwise convolution', [8, 4, 4], 20),
		layer('conv_head', 'convolution', [128, 1, 1], 20)
	]
};
const rows = layerRows(form, [
	result('conv_head', -0.5, null),
	result('conv_stem', 0.5, 2),
	result('blocks.0.0.se', -2, 0.5),
	result('blocks.0.0.conv_dw', 10, 10)
]);
const view = (changes: Partial<TableView>) =>
	viewRows(rows, { text: '', kind: null, column: 'order', descending: false, ...changes }).map(
		({ order }) => order
	);

describe('the rows of a table of layers', () => {
	it('stand in running order, each with its result', () => {
		expect(rows.map(({ name, mean }) => [name, mean])).toEqual([
			['conv_stem', 0.5],
			['blocks.0.0.se', -2],
			['blocks.0.0.conv_dw', 10],
			['conv_head', -0.5]
		]);
	});

	it('are sorted by numbers as numbers, and by names', () => {
		expect(view({ column: 'mean' })).toEqual([2, 4, 1, 3]);
		expect(view({ column: 'mean', descending: true })).toEqual([3, 1, 4, 2]);
		expect(view({ column: 'name' })).toEqual([3, 2, 4, 1]);
		expect(view({ column: 'order', descending: true })).toEqual([4, 3, 2, 1]);
	});

	it('are sorted by how many values a shape holds', () => {
		expect(view({ column: 'shape', descending: true })).toEqual([1, 2, 3, 4]);
	});

	it('keep the running order where values are equal, upwards and downwards', () => {
		expect(view({ column: 'macs' })).toEqual([2, 3, 4, 1]);
		expect(view({ column: 'macs', descending: true })).toEqual([1, 3, 4, 2]);
	});

	it('have those without a time last, upwards and downwards', () => {
		expect(view({ column: 'milliseconds' })).toEqual([2, 1, 3, 4]);
		expect(view({ column: 'milliseconds', descending: true })).toEqual([3, 1, 2, 4]);
	});

	it('are those that fit text and operation', () => {
		expect(view({ text: 'conv' })).toEqual([1, 3, 4]);
		expect(view({ text: 'conv', kind: 'convolution' })).toEqual([1, 4]);
		expect(view({ kind: 'linear' })).toEqual([]);
	});

	it('turn round when their heading is chosen again', () => {
		const byMacs = sortBy({ column: 'order', descending: false }, 'macs');
		expect(byMacs).toEqual({ column: 'macs', descending: true });
		expect(sortBy(byMacs, 'macs')).toEqual({ column: 'macs', descending: false });
		expect(sortBy(byMacs, 'name')).toEqual({ column: 'name', descending: false });
	});

	it('can be sorted by every column', () => {
		for (const column of COLUMNS) expect(view({ column })).toHaveLength(4);
	});
});
