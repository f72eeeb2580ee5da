import { expect, it } from 'vitest';
import { answerKey } from '#lib/lesson/answers/answer-key.ts';
import { firstOrder } from '#lib/lesson/answers/step-order.ts';
import { courses, guides } from './guides.ts';
import { lessons } from './lessons.ts';

it.each(lessons)('$slug has a guide whose parts go through all of its cells', (lesson) => {
	const parts = guides.get(lesson.slug)?.plan ?? [];
	expect(parts.flatMap(({ cells }) => cells)).toEqual(lesson.cells.map(({ id }) => id));
	expect(parts.some(({ asks }) => asks.length > 0)).toBe(true);
});

it('has courses of one, two and five lessons', () => {
	expect(courses.map(({ sessions }) => sessions.length)).toEqual([1, 2, 5]);
});

it.each(lessons)('$slug has an answer to all it asks, without a link', (lesson) => {
	const asked = lesson.cells.flatMap(({ blocks }) =>
		blocks.filter(({ kind }) => kind === 'gate' || kind === 'question')
	);
	const key = answerKey(lesson);
	expect(key.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
	expect(key.every(({ right }) => right.length > 0)).toBe(true);
	expect(JSON.stringify(key)).not.toContain('<a ');
});

it('gives the right letter and the right number', () => {
	const key = answerKey(lessons.find(({ slug }) => slug === 'folding-the-branches')!);
	const of = (id: string) => key.find((entry) => entry.id === id);
	expect(of('taps')?.right.map(({ given }) => given)).toEqual(['B']);
	expect(of('taps')?.mistakes.map(({ given }) => given)).toEqual(['A', 'C', 'D']);
	const order = key.find(({ id }) => id === 'order-of-fold');
	expect(order?.right.map(({ given }) => given)).toContain('1.');
	expect([order?.title, order?.short]).toEqual(['The order of folding', null]);
	expect(order?.onPaper?.split(', ')).toEqual(firstOrder(6).map((step) => String(step + 1)));
	expect(of('taps')?.short).toBe('B');
	expect(of('centre-by-hand')).toMatchObject({ title: 'The folded centre', short: '−0.1' });
	expect(of('centre-by-hand')?.right.map(({ given }) => given)).toEqual(['−0.1']);
});
