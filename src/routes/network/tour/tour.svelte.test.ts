import { expect, test, vi } from 'vitest';
import type { Cell, Lesson, TaskBlock } from '#lib/lesson/lesson.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import type { Looked } from './goal.ts';
import { Tour, type TourLesson } from './tour.svelte.ts';

const task = (id: string, layer: string): TaskBlock => ({
	...{ kind: 'task', id, line: 1, title: id, html: '', part: 'maps', goal: { layer } }
});
const cell = (id: string, ...blocks: TaskBlock[]): Cell => ({
	...{ id, title: id, titleHtml: id, blocks }
});
const cells = [cell('first', task('a', 'one'), task('b', 'two')), cell('second', task('c', 'one'))];
const content: TourLesson = {
	lesson: { slug: 'tour', cells } as unknown as Lesson,
	terms: [],
	numbers: []
};
const at = (layer: string): Looked => ({
	...{ choices: DEFAULT_CHOICES, layer, scene: null, wantsOverview: false }
});

function opened(fetchTour = () => Promise.resolve(content)) {
	const onstop = vi.fn<(id: string | null) => void>();
	return { tour: new Tour(fetchTour, onstop), onstop };
}

test('begins where the address says, or at its first stop', async () => {
	const { tour, onstop } = opened();
	await tour.start('second');
	expect(tour.stop?.id).toBe('second');
	await tour.start('no-such-stop');
	expect(tour.stop?.id).toBe('first');
	expect(onstop.mock.calls.flat()).toEqual(['second', 'first']);
});

test('stays between its first and its last stop', async () => {
	const { tour } = opened();
	await tour.start(null);
	tour.go(-1);
	expect(tour.at).toBe(0);
	tour.go(7);
	expect(tour.at).toBe(1);
});

test('what was done stays done, and the next task is the first that was not', async () => {
	const { tour } = opened();
	await tour.start(null);
	expect(tour.next?.id).toBe('a');
	tour.look(at('two'));
	expect([tour.done, tour.next?.id]).toEqual([['b'], 'a']);
	tour.look(at('elsewhere'));
	expect(tour.done).toEqual(['b']);
	tour.look(at('one'));
	expect([tour.done, tour.next]).toEqual([['b', 'a'], null]);
});

test('tasks of another stop are not looked at', async () => {
	const { tour } = opened();
	await tour.start('second');
	tour.look(at('two'));
	expect(tour.done).toEqual([]);
});

test('a tour that cannot be fetched says so, and is tried again at the same stop', async () => {
	const answers = [() => Promise.reject(new Error('gone')), () => Promise.resolve(content)];
	const { tour } = opened(() => answers.shift()!());
	await tour.start('second');
	expect([tour.failed, tour.stop]).toEqual([true, null]);
	await tour.retry();
	expect([tour.failed, tour.stop?.id]).toEqual([false, 'second']);
});

test('one that was ended while it was fetched does not open, and the address is left alone', async () => {
	let answer: (lesson: TourLesson) => void = () => {};
	const { tour, onstop } = opened(() => new Promise((resolve) => (answer = resolve)));
	const started = tour.start('second');
	tour.end();
	answer(content);
	await started;
	expect([tour.open, onstop.mock.calls]).toEqual([false, [[null]]]);
});
