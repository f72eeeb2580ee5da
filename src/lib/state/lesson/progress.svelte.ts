/**
 * How far the reader is in the lessons: cells that were read, and what was answered in gates and
 * questions. Kept in this browser only. It starts empty, as the built page is, and is read from
 * storage once the page runs.
 */
import { createContext } from 'svelte';
import * as v from 'valibot';
import type { Slot, Store } from '#lib/state/shell/storage.ts';

/** Longest function that is kept, in characters. */
export const LONGEST_CODE = 4000;

const id = v.pipe(v.string(), v.maxLength(100));

const given = v.variant('kind', [
	v.object({ kind: v.literal('option'), index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
	/** As it was typed. */
	v.object({ kind: v.literal('number'), text: v.pipe(v.string(), v.maxLength(100)) }),
	v.object({
		kind: v.literal('numbers'),
		texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(12))
	}),
	/** Steps of the right order, counted from 0, as the reader has put them. */
	v.object({
		kind: v.literal('order'),
		order: v.pipe(
			v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(11))),
			v.maxLength(12)
		)
	}),
	/** A function that was written, and what came of its check. */
	v.object({
		kind: v.literal('code'),
		text: v.pipe(v.string(), v.maxLength(LONGEST_CODE)),
		outcome: v.pipe(v.string(), v.maxLength(100))
	}),
	v.object({ kind: v.literal('unknown') })
]);

const answer = v.object({
	/** What was asked, so that an answer to a question that was changed since is not taken for one. */
	asked: id,
	given,
	/** Whether the reader has seen what comes out. */
	revealed: v.boolean(),
	/** Whether it was right; absent in what older versions have stored. */
	right: v.optional(v.boolean())
});

const lesson = v.object({
	read: v.pipe(v.array(id), v.maxLength(100)),
	answers: v.record(id, answer)
});

/** By slug. */
export const lessonsSchema = v.record(id, lesson);

/** What a reader answered; "I don't know" is an answer. */
export type Given = v.InferOutput<typeof given>;
export type StoredAnswer = v.InferOutput<typeof answer>;
export type LessonsProgress = v.InferOutput<typeof lessonsSchema>;
type LessonProgress = v.InferOutput<typeof lesson>;

const nothing: LessonProgress = { read: [], answers: {} };

export class Progress {
	readonly #slot: Slot<Record<string, LessonProgress>>;
	#lessons: Readonly<Record<string, LessonProgress>> = $state.raw({});
	#kept = $state(true);

	constructor(store: Store) {
		this.#slot = store.slot('progress', 1, lessonsSchema, {});
		store.onClear(() => (this.#lessons = {}));
	}

	/** Whether the last change outlives the page. */
	get kept(): boolean {
		return this.#kept;
	}

	isRead(slug: string, cell: string): boolean {
		return this.#of(slug).read.includes(cell);
	}

	/** How many of these cells of a lesson were read. */
	countRead(slug: string, cells: readonly string[]): number {
		return cells.filter((cell) => this.isRead(slug, cell)).length;
	}

	/**
	 * The answer given to a gate or question, or null.
	 * @param asked what is asked there now; answers to anything else do not count
	 */
	answer(slug: string, block: string, asked: string): StoredAnswer | null {
		const { answers } = this.#of(slug);
		const stored = Object.hasOwn(answers, block) ? answers[block] : undefined;
		return stored?.asked === asked ? stored : null;
	}

	markRead(slug: string, cell: string): void {
		if (this.isRead(slug, cell)) return;
		this.#change(slug, ({ read, answers }) => ({
			read: read.includes(cell) ? read : [...read, cell],
			answers
		}));
	}

	/** An answer that would not be read back is not taken: it would cost all the others. */
	setAnswer(slug: string, block: string, stored: StoredAnswer): void {
		if (!v.is(answer, stored)) {
			this.#kept = false;
			return;
		}
		this.#change(slug, ({ read, answers }) => ({ read, answers: { ...answers, [block]: stored } }));
	}

	forgetAnswer(slug: string, block: string): void {
		this.#change(slug, ({ read, answers }) => ({
			read,
			answers: Object.fromEntries(Object.entries(answers).filter(([name]) => name !== block))
		}));
	}

	/** All of it, as a file holds it. */
	get lessons(): LessonsProgress {
		return { ...this.#lessons };
	}

	/** Takes over the progress of a file, in place of what is here. */
	replace(lessons: LessonsProgress): void {
		this.#lessons = lessons;
		this.#kept = this.#slot.write(lessons);
	}

	/** Takes over what is stored: when the page starts, and when another tab has written. */
	reload = (): void => {
		this.#lessons = this.#slot.read();
	};

	#of(slug: string): LessonProgress {
		return own(this.#lessons, slug);
	}

	/** Changes what is stored now, which another tab may have written a moment ago. */
	#change(slug: string, edit: (lesson: LessonProgress) => LessonProgress): void {
		const lessons = this.#slot.read();
		this.#lessons = { ...lessons, [slug]: edit(own(lessons, slug)) };
		this.#kept = this.#slot.write({ ...this.#lessons });
	}
}

function own(lessons: Readonly<Record<string, LessonProgress>>, slug: string): LessonProgress {
	return (Object.hasOwn(lessons, slug) ? lessons[slug] : undefined) ?? nothing;
}

export const [useProgress, provideProgress] = createContext<Progress>();
