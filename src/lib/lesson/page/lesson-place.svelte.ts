/** Which cell of a lesson the reader is at, and the way to the next and the previous one. */
import type { Attachment } from 'svelte/attachments';

/** The band of the screen, from its top, in which the cell stands that is being read. */
const band = '-25% 0px -70% 0px';

export class LessonPlace {
	readonly #elements = new Map<string, HTMLElement>();
	#current: string | null = $state(null);

	/** Id of the cell that is being read; null above the first one. */
	get current(): string | null {
		return this.#current;
	}

	/** Id of the cell that has the focus, or is being read: at the end of a page the focus knows better. */
	get here(): string | null {
		return this.#focused() ?? this.#current;
	}

	/** Follows a cell; attach the cells in their order. */
	follow(id: string): Attachment<HTMLElement> {
		return (element) => {
			this.#elements.set(id, element);
			const observer = new IntersectionObserver(
				(entries) => entries.forEach((entry) => this.#see(id, entry)),
				{ rootMargin: band }
			);
			observer.observe(element);
			return () => {
				observer.disconnect();
				this.#elements.delete(id);
			};
		};
	}

	next = (): void => this.#move(1);
	previous = (): void => this.#move(-1);

	#see(id: string, { isIntersecting, boundingClientRect, rootBounds }: IntersectionObserverEntry) {
		if (isIntersecting) this.#current = id;
		// Scrolled back over the beginning of the first cell.
		else if (
			this.#current === id &&
			[...this.#elements.keys()][0] === id &&
			boundingClientRect.top > (rootBounds?.bottom ?? 0)
		) {
			this.#current = null;
		}
	}

	/** Goes to the heading of a cell, which takes the focus so that keys and readers go on from there. */
	goTo(id: string): void {
		const element = this.#elements.get(id);
		if (element === undefined) return;
		element.scrollIntoView();
		element.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
		this.#current = id;
	}

	#move(step: 1 | -1): void {
		const ids = [...this.#elements.keys()];
		const here = this.here;
		const from = here === null ? -1 : ids.indexOf(here);
		const to = ids[Math.max(0, from + step)];
		if (to !== undefined) this.goTo(to);
	}

	#focused(): string | null {
		const found = [...this.#elements].find(([, element]) =>
			element.contains(document.activeElement)
		);
		return found?.[0] ?? null;
	}
}
