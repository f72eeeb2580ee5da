/** The guided tour of the page: its stops, where the reader is, and what was done. */
import type { GlossaryTerm, Lesson, PublishedNumber, TaskBlock } from '#lib/lesson/lesson.ts';
import { isReached, type Looked } from './goal.ts';

/** A lesson whose cells all have something to do on this page. */
export interface TourLesson {
	readonly lesson: Lesson;
	readonly terms: readonly GlossaryTerm[];
	readonly numbers: readonly PublishedNumber[];
}

export class Tour {
	readonly #fetchTour: () => Promise<TourLesson>;
	readonly #onstop: (id: string | null) => void;
	/** Null while there is none. */
	content: TourLesson | null = $state.raw(null);
	/** True from the start to the end of the tour, also while it is fetched. */
	open = $state(false);
	failed = $state(false);
	#at = $state(0);
	#wanted: string | null = null;
	/** Tasks that were done in this visit. */
	done: readonly string[] = $state.raw([]);

	/**
	 * @param fetchTour gives the lesson; rejects when it cannot be had
	 * @param onstop hears the stop's id, and null at the end
	 */
	constructor(fetchTour: () => Promise<TourLesson>, onstop: (id: string | null) => void) {
		this.#fetchTour = fetchTour;
		this.#onstop = onstop;
	}

	readonly stops = $derived(this.content?.lesson.cells ?? []);
	readonly stop = $derived(this.stops[this.#at] ?? null);
	/** Counted from 0. */
	readonly at = $derived(this.#at);
	readonly tasks: readonly TaskBlock[] = $derived(
		this.stop?.blocks.filter((block) => block.kind === 'task') ?? []
	);
	/** The first task of the stop that is still to do. */
	readonly next = $derived(this.tasks.find(({ id }) => !this.done.includes(id)) ?? null);

	/** Opens the tour at a stop; at its first one where there is no such stop. */
	async start(stop: string | null): Promise<void> {
		this.open = true;
		this.failed = false;
		this.#wanted = stop;
		if (!this.content) {
			try {
				this.content = await this.#fetchTour();
			} catch {
				this.failed = true;
				return;
			}
		}
		if (this.open) this.go(this.stops.findIndex(({ id }) => id === this.#wanted));
	}

	/** Once more, after a failure. */
	retry = (): Promise<void> => this.start(this.#wanted);

	/** Goes to a stop by its place; before the first and behind the last there is none. */
	go(at: number): void {
		this.#at = Math.min(Math.max(at, 0), this.stops.length - 1);
		this.#onstop(this.stop?.id ?? null);
	}

	/** Marks the tasks of this stop that are done now; what was done stays so. */
	look(page: Looked): void {
		const reached = this.tasks.filter(
			({ id, goal }) => !this.done.includes(id) && isReached(goal, page)
		);
		if (reached.length > 0) this.done = [...this.done, ...reached.map(({ id }) => id)];
	}

	end = (): void => {
		this.open = false;
		this.failed = false;
		this.#onstop(null);
	};
}
