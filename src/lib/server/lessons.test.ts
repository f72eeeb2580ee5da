/** What stands in `content/` is parsed as the site's build does it: any fault of a lesson is a red test. */
import { expect, test } from 'vitest';
import {
	findDraft,
	findLesson,
	glossary,
	lessons,
	pytorchSnippets,
	references
} from './lessons.ts';

test('the lessons are there, in order, each at its address', () => {
	expect(lessons.map(({ slug }) => slug)).toContain('folding-the-branches');
	const numbers = lessons.map(({ number }) => number);
	expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
	for (const lesson of lessons) {
		expect(findLesson(lesson.slug)).toBe(lesson);
		expect(findDraft(lesson.slug)?.title).toBe(lesson.title);
	}
	expect(findLesson('no-such-lesson')).toBeUndefined();
});

test('every lesson has a gate, a question and sources', () => {
	for (const { slug, cells, references } of lessons) {
		const kinds = cells.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));
		expect(kinds, slug).toContain('gate');
		expect(kinds, slug).toContain('question');
		expect(references.length, slug).toBeGreaterThan(0);
	}
});

test('every term, reference and snippet can be used by its key', () => {
	expect(glossary.map(({ key }) => key)).toContain('cheap-operation');
	expect(references.map(({ key }) => key)).toContain('repghost');
	expect(pytorchSnippets.get('prologue')).toContain('import torch');
});
