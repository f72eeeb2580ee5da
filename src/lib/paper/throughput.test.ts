import { expect, test } from 'vitest';
import { THROUGHPUT_WIDTHS, throughputRows } from './throughput.ts';

const rows = throughputRows('050');

test('ten lists, each with a machine and a version', () => {
	expect(rows.map(({ label }) => label)).toEqual([
		...['rtx3090', 'rtx4090'].map((machine) => `${machine.replace('rtx', 'RTX ')}, PyTorch 2.4.0`),
		'RTX 4090, PyTorch 2.9.1',
		'RTX 4090, PyTorch 2.4.0, compiled',
		'RTX 4090, PyTorch 2.9.1, compiled',
		'RTX 5090, PyTorch 2.9.1',
		'RTX PRO 6000 Max-Q, PyTorch 2.9.1',
		'Core i9-10940X, PyTorch 2.2.1, compiled',
		'Core i9-10940X, PyTorch 2.4.0, compiled',
		'Core i7-12700H, PyTorch 2.4.0, compiled'
	]);
});

test('with open branches RepGhostNet was slower than GhostNet on the RTX 4090, folded it was faster', () => {
	expect(rows[1]).toMatchObject({ folded: false, repghost: { value: 25423.49 } });
	expect(rows[1]!.ratio).toBeLessThan(1);
	expect(rows[2]).toMatchObject({ folded: true, repghost: { value: 37022.23 } });
	expect(rows[2]!.ratio).toBeGreaterThan(1.3);
});

test.each(THROUGHPUT_WIDTHS)('folded, RepGhostNet is ahead in every list, at width %s', (width) => {
	const folded = throughputRows(width).filter((row) => row.folded);
	expect(folded).toHaveLength(4);
	for (const { ratio, label } of folded) expect(ratio, label).toBeGreaterThan(1);
});
