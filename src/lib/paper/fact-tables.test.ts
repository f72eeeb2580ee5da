import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import { facts as words } from '#lib/strings/en/facts.ts';
import { results } from '#lib/strings/en/results.ts';
import { factTables, factsCsv } from './fact-tables.ts';
import { facts } from './facts.ts';

test('every number that was published stands in one table', () => {
	const listed = factTables.flatMap((table) => table.facts);
	const counted = [...facts.keys()].filter((path) => /^(?:architecture|derived)\//.test(path));
	expect(counted.length).toBeGreaterThan(200);
	expect(listed).toHaveLength(facts.size - counted.length);
	expect(new Set(listed).size).toBe(listed.length);
	expect(new Set(factTables.map(({ name }) => name)).size).toBe(factTables.length);
});

test('tables and columns have words', () => {
	for (const table of factTables) {
		expect(results.everything.tables[table.name], table.name).toBeTruthy();
		for (const { column, path } of table.facts) {
			expect(/^\d/.test(column) || words.columns[column], path).toBeTruthy();
		}
	}
});

test('the file has every number, and can be read again', () => {
	const rows = csvParse(factsCsv());
	expect(rows).toHaveLength(facts.size);
	expect(
		rows.find(({ path }) => path === 'iphone12-cpu/repghostnet-0.5x/latency-ms')
	).toMatchObject({
		...{ row: 'RepGhostNet 0.5x', column: 'latency_ms', value: '2.92' },
		...{ confidence: 'FIG', tolerance: '0.06', sources: 'github.com/ChengpengChen/RepGhost HEAD' }
	});
});
