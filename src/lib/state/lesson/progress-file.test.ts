import { describe, expect, test } from 'vitest';
import {
	LONGEST_FILE,
	mergeWork,
	readProgressFile,
	writeProgressFile,
	type Work
} from './progress-file.ts';
import type { LessonsProgress } from './progress.svelte.ts';

const lessons: LessonsProgress = {
	one: {
		read: ['a', 'b'],
		answers: {
			gate: { asked: 'x', given: { kind: 'option', index: 1 }, revealed: true, right: true },
			taps: { asked: 'y', given: { kind: 'numbers', texts: ['0,5', '１'] }, revealed: true },
			steps: { asked: 'z', given: { kind: 'order', order: [1, 0, 2] }, revealed: false }
		}
	}
};
const edits: Work['edits'] = { border: { version: 'a1', code: 'const x = "ü";' } };
const work: Work = { lessons, edits };
const file = (fields: object): string =>
	JSON.stringify({ app: 'repghost-notebook-progress', version: 1, lessons: {}, ...fields });

test('a file is read as what was written', () => {
	expect(readProgressFile(writeProgressFile(work))).toEqual({ work, fault: null });
});

test('version 1 is read for ever', () => {
	const text =
		'{"app":"repghost-notebook-progress","version":1,"lessons":{"folding-the-branches":{"read":["two-readings"],"answers":{"taps":{"asked":"1x","given":{"kind":"option","index":1},"revealed":true},"centre-by-hand":{"asked":"2y","given":{"kind":"number","text":"-0,1"},"revealed":true}}}}}';
	const { work: old } = readProgressFile(text);
	const read = old?.lessons['folding-the-branches'];
	expect(old?.edits).toEqual({});
	expect(read?.read).toEqual(['two-readings']);
	expect(read?.answers['centre-by-hand']?.given).toEqual({ kind: 'number', text: '-0,1' });
});

describe('refuses', () => {
	test.each([
		['', 'no JSON'],
		['{"app":"repghost-notebook-progress","ver', 'no JSON'],
		['<!doctype html>', 'no JSON'],
		['null', 'other file'],
		['[]', 'other file'],
		['{"app":"repghost-notebook-results","version":1,"lessons":{}}', 'other file'],
		[file({ version: '1' }), 'other file'],
		[file({ version: 0 }), 'other file'],
		[file({ version: 3 }), 'newer'],
		[file({ version: 'NaN' }), 'other file'],
		[file({ edits: null }), 'damaged'],
		[file({ edits: { border: { version: 1, code: 'x' } } }), 'damaged'],
		[file({ edits: { border: { version: 'a1', code: 'x'.repeat(4001) } } }), 'damaged'],
		[file({ lessons: { a: { read: 'b', answers: {} } } }), 'damaged'],
		[
			file({
				lessons: {
					a: {
						read: [],
						answers: { g: { asked: 'x', given: { kind: 'option', index: 'NaN' }, revealed: true } }
					}
				}
			}),
			'damaged'
		],
		[
			file({
				lessons: {
					a: { read: [], answers: { g: { asked: 'x', given: { kind: 'run' }, revealed: true } } }
				}
			}),
			'damaged'
		],
		[
			file({ lessons: { a: { read: Array.from({ length: 101 }, () => 'x'), answers: {} } } }),
			'damaged'
		],
		[' '.repeat(LONGEST_FILE + 1), 'too long'],
		[`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'other file'],
		[`${'['.repeat(10_000)}`, 'no JSON'],
		[
			`{"app":"repghost-notebook-progress","version":2,"lessons":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
			'damaged'
		],
		['['.repeat(90_000), 'no JSON'],
		[
			file({
				edits: Object.fromEntries(
					Array.from({ length: 30 }, (_, cell) => [cell, { version: 'a1', code: 'x'.repeat(4000) }])
				)
			}),
			'too long'
		]
	])('%#', (text, fault) => {
		expect(readProgressFile(text)).toEqual({ work: null, fault });
	});
});

test('of two fields with one name the last one counts, as everywhere in JSON', () => {
	const text =
		'{"app":"repghost-notebook-progress","version":2,"lessons":{"a":{"read":["x"],"answers":{}},"a":{"read":["y"],"answers":{}}},"edits":{}}';
	expect(readProgressFile(text).work?.lessons).toEqual({ a: { read: ['y'], answers: {} } });
});

test('copies known fields only, into fresh objects', () => {
	const text =
		'{"app":"repghost-notebook-progress","version":1,"__proto__":{"x":1},"lessons":{"__proto__":{"read":[],"answers":{}},"plain":{"read":["a","a"],"answers":{},"x":1}},"edits":{"__proto__":{"version":"a","code":"x"},"border":{"version":"a","code":"x"}}}';
	const { work: read } = readProgressFile(text);
	expect(({} as { x?: number }).x).toBeUndefined();
	expect(read).toEqual({
		lessons: { plain: { read: ['a'], answers: {} } },
		edits: { border: { version: 'a', code: 'x' } }
	});
	expect(Object.keys(read?.edits ?? {})).toEqual(['border']);
});

test('merged: all cells, and of two answers or edits the one that is here', () => {
	const gate = { asked: 'x', given: { kind: 'option', index: 0 }, revealed: true } as const;
	const { lessons: merged, edits: both } = mergeWork(work, {
		lessons: {
			one: { read: ['b', 'c'], answers: { gate, other: gate } },
			two: { read: ['d'], answers: {} }
		},
		edits: { border: { version: 'a2', code: 'other' }, epsilon: { version: 'a1', code: 'y' } }
	});
	expect(both).toEqual({ ...edits, epsilon: { version: 'a1', code: 'y' } });
	expect(merged['one']?.read).toEqual(['a', 'b', 'c']);
	expect(merged['one']?.answers['gate']).toEqual(lessons['one']?.answers['gate']);
	expect(merged['one']?.answers['other']).toEqual(gate);
	expect(merged['two']?.read).toEqual(['d']);
});
