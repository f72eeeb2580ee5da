import { expect, test } from 'vitest';
import { facts as words } from '#lib/strings/en/facts.ts';
import type { PublishedNumber } from './lesson.ts';
import { numbersBySource } from './number-sources.ts';

const readme = { what: 'Results table', where: 'a repository' };
const drawing = { what: 'Drawing', where: '' };

const number = (key: string, changes: Partial<PublishedNumber>): PublishedNumber => ({
	...{ key, value: 31.9, row: 'RepGhostNet 0.58x', column: 'latency_ms_arm' },
	...{ confidence: 'V2', tolerance: null, sources: [readme, drawing] },
	...changes
});

test('numbers of the same sources and confidence share a note, in the order of the text', () => {
	const notes = numbersBySource(
		[
			number('a', {}),
			number('b', { value: 2.92, confidence: 'FIG', tolerance: 0.06, sources: [drawing] }),
			number('c', { value: 1503868, row: '', column: 'parameters' })
		],
		words
	);
	expect(notes.map(({ numbers }) => numbers.map(({ value }) => value))).toEqual([
		['31.9', '1,503,868'],
		['2.92']
	]);
	expect(notes[0]).toEqual({
		lines: [words.confidences.V2, 'Results table. a repository', 'Drawing'],
		numbers: [
			{ key: 'a', value: '31.9', what: `RepGhostNet 0.58x: ${words.columns.latency_ms_arm}` },
			{ key: 'c', value: '1,503,868', what: 'parameters' }
		]
	});
	expect(notes[1]?.lines).toEqual([`${words.confidences.FIG} ${words.within('0.06')}`, 'Drawing']);
});
