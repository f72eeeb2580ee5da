import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import type { LayerInfo } from '#lib/core/cost/form-info.ts';
import { serializeStatistics } from './statistics-csv.ts';

const layer: LayerInfo = {
	name: 'blocks.0.0',
	kind: 'RepGhost bottleneck',
	shape: [8, 16, 16],
	...{ parameters: 12, macs: 34, bytesMoved: 56 }
};
const statistics = { name: 'blocks.0.0', min: -1.5, max: 2, mean: 1e-7, std: 0.25, zeros: 0.5 };

test('a row says what the layer is and what went through it', () => {
	const [row] = csvParse(serializeStatistics([layer], [{ ...statistics, milliseconds: 0.125 }]));
	expect(row).toEqual({
		...{ layer: 'blocks.0.0', operation: 'RepGhost bottleneck' },
		...{ channels: '8', height: '16', width: '16' },
		...{ min: '-1.5', max: '2', mean: '1e-7', std: '0.25', zeros: '0.5' },
		...{ parameters: '12', macs: '34', bytes_moved: '56', milliseconds: '0.125' }
	});
});

test('a time that nobody knows is an empty cell', () => {
	const text = serializeStatistics([layer], [{ ...statistics, milliseconds: null }]);
	expect(text.endsWith(',56,\r\n')).toBe(true);
	expect(text.split('\r\n')).toHaveLength(3);
});
