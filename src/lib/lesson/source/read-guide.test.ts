import { describe, expect, it } from 'vitest';
import { partOf } from '#lib/lesson/guide.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import { readCourses, readGuide } from './read-guide.ts';

const lesson = {
	slug: 'a-lesson',
	cells: ['one', 'two', 'three', 'four'].map((id) => ({ id, title: id, titleHtml: id, blocks: [] }))
} as unknown as Lesson;

const whole = `ready: [Paper]
plan:
  - { title: Before, minutes: 5, do: Talk. }
  - { title: A guess, minutes: 25, cell: two, do: Show _it_., ask: [Why?] }
  - { title: The rest, minutes: 15, cell: four, do: Ask. }
watch:
  - { says: It is slow., reply: Measure. }
short: Only the guess.
after: Read it.
`;

const read = (source: string) => readGuide(source, 'content/teach/a-lesson.yaml', lesson);

describe('the guide of a lesson', () => {
	it('lays its parts over the cells: each goes on to the next, the first one from the start', () => {
		const { plan } = read(whole);
		expect(plan.map(({ cells }) => cells)).toEqual([[], ['one', 'two', 'three'], ['four']]);
		expect(plan.map(({ from }) => from)).toEqual([0, 5, 30]);
		expect(plan[1]).toMatchObject({ html: '<p>Show <em>it</em>.</p>', asks: ['Why?'] });
	});

	it('finds the part of a cell', () => {
		const { plan } = read(whole);
		expect([null, 'three', 'four'].map((cell) => partOf(plan, cell)?.title)).toEqual([
			'Before',
			'A guess',
			'The rest'
		]);
	});

	it.each([
		['minutes: 25', 'minutes: 24', ':2: guide, plan: expected minutes that add up to 45, found 44'],
		[
			'cell: two',
			'cell: six',
			':4: guide, plan.1.cell: expected a cell: one of one, two, three, four'
		],
		['cell: four', 'cell: two', ':5: guide, plan.2.cell: expected a cell behind that of the part'],
		['short: Only the guess.\n', '', 'short: expected'],
		['Show _it_.', '"[it](https://example.org)"', 'expected op: and no other link here']
	])('with %s as %s is refused', (from, to, message) => {
		expect(whole).toContain(from);
		expect(() => read(whole.replace(from, to))).toThrow(message);
	});
});

describe('courses', () => {
	const source = `- title: Two
  text: For two weeks.
  sessions:
    - { title: First, lessons: [a-lesson], text: Begin. }
`;
	const read = (text: string) => readCourses(text, 'courses.yaml', new Set(['a-lesson']));

	it('name lessons that there are', () => {
		expect(read(source)[0]?.sessions).toEqual([
			{ title: 'First', lessons: ['a-lesson'], text: 'Begin.', html: '<p>Begin.</p>' }
		]);
		expect(() => read(source.replace('[a-lesson]', '[no-lesson]'))).toThrow(
			'courses.yaml:4: courses, 0.sessions.0.lessons.0: expected a lesson: a-lesson'
		);
	});
});
