import { expect, test } from 'vitest';
import { facts as words } from '#lib/strings/en/facts.ts';
import type { PublishedNumber } from '#lib/lesson/lesson.ts';
import { numbersWithSources } from './number-sources.ts';

const readme = { what: 'Results table', where: 'a repository' };
const drawing = { what: 'Drawing', where: '' };

const number = (key: string, changes: Partial<PublishedNumber>): PublishedNumber => ({
	...{ key, value: 31.9, row: 'RepGhostNet 0.58x', column: 'latency_ms_arm' },
	...{ confidence: 'V2', tolerance: null, sources: [readme, drawing] },
	...changes
});

test('each source is listed once, and numbers point at it', () => {
	const list = numbersWithSources(
		[
			number('a', { sources: [drawing] }),
			number('b', {}),
			number('c', { value: 1503868, confidence: 'CALC', row: '', column: 'MACs', sources: [] }),
			number('d', { value: 0.00001, confidence: 'FIG', tolerance: 0.06, sources: [readme] })
		],
		words
	);
	expect(list.sources).toEqual(['Drawing', 'Results table. a repository']);
	expect(list.numbers.map(({ value, from }) => [value, from])).toEqual([
		['31.9', [1]],
		['31.9', [2, 1]],
		['1,503,868', []],
		['0.00001', [2]]
	]);
	expect(list.numbers[3]).toMatchObject({
		key: 'd',
		what: `RepGhostNet 0.58x: ${words.columns.latency_ms_arm}`,
		known: `${words.confidences.FIG} ${words.within('0.06')}`
	});
});
