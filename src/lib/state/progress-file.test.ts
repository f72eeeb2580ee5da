import { describe, expect, test } from 'vitest';
import {
	LONGEST_FILE,
	mergeProgress,
	readProgressFile,
	writeProgressFile
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
const file = (fields: object): string =>
	JSON.stringify({ app: 'repghost-notebook-progress', version: 1, lessons: {}, ...fields });

test('a file is read as what was written', () => {
	expect(readProgressFile(writeProgressFile(lessons))).toEqual({ lessons, fault: null });
});

test('version 1 is read for ever', () => {
	const text =
		'{"app":"repghost-notebook-progress","version":1,"lessons":{"folding-the-branches":{"read":["two-readings"],"answers":{"taps":{"asked":"1x","given":{"kind":"option","index":1},"revealed":true},"centre-by-hand":{"asked":"2y","given":{"kind":"number","text":"-0,1"},"revealed":true}}}}}';
	const read = readProgressFile(text).lessons?.['folding-the-branches'];
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
		[file({ version: 2 }), 'newer'],
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
		['['.repeat(90_000), 'no JSON']
	])('%#', (text, fault) => {
		expect(readProgressFile(text)).toEqual({ lessons: null, fault });
	});
});

test('copies known fields only, into fresh objects', () => {
	const text =
		'{"app":"repghost-notebook-progress","version":1,"__proto__":{"x":1},"lessons":{"__proto__":{"read":[],"answers":{}},"plain":{"read":["a","a"],"answers":{},"x":1}}}';
	const { lessons: read } = readProgressFile(text);
	expect(({} as { x?: number }).x).toBeUndefined();
	expect(read).toEqual({ plain: { read: ['a'], answers: {} } });
});

test('merged: all cells, and of two answers the one that is here', () => {
	const gate = { asked: 'x', given: { kind: 'option', index: 0 }, revealed: true } as const;
	const merged = mergeProgress(lessons, {
		one: { read: ['b', 'c'], answers: { gate, other: gate } },
		two: { read: ['d'], answers: {} }
	});
	expect(merged['one']?.read).toEqual(['a', 'b', 'c']);
	expect(merged['one']?.answers['gate']).toEqual(lessons['one']?.answers['gate']);
	expect(merged['one']?.answers['other']).toEqual(gate);
	expect(merged['two']?.read).toEqual(['d']);
});
