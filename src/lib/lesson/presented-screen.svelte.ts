/**
 * The screen of a presented cell: its figures fit it, and keys go through what is taller, part by part.
 */
import { fitFigures } from './fit-figures.ts';
import { hasMore, scrollBack, scrollOn, type ScreenView } from './screen-parts.ts';

export class PresentedScreen {
	#element: HTMLElement | null = null;
	#more = $state(false);

	/** Whether the cell goes on below the screen. */
	get more(): boolean {
		return this.#more;
	}

	/**
	 * @param element the cell, or null for the title
	 * @returns ends it
	 */
	show(element: HTMLElement | null): () => void {
		this.#element = element;
		this.#more = false;
		if (element === null) return () => undefined;
		const look = (): void => void (this.#more = hasMore(viewOf(element)));
		const endFit = fitFigures(element);
		const observer = new ResizeObserver(look);
		for (const part of [element, ...element.children]) observer.observe(part);
		element.addEventListener('scroll', look, { passive: true });
		return () => {
			this.#element = null;
			element.removeEventListener('scroll', look);
			observer.disconnect();
			endFit();
		};
	}

	/** Scrolls to the next part, or back; false: there is none, and another screen's turn. */
	scroll(by: 1 | -1): boolean {
		if (this.#element === null) return false;
		const to = (by === 1 ? scrollOn : scrollBack)(viewOf(this.#element));
		if (to === null) return false;
		this.#element.scrollTo(0, to);
		this.#more = hasMore(viewOf(this.#element));
		return true;
	}
}

function viewOf(element: HTMLElement): ScreenView {
	const start = element.getBoundingClientRect().top - element.scrollTop;
	// A gate is left to what it holds: its figure is a part of its own.
	const blocks = element.querySelectorAll('.lesson-block:not(.of-gate), .gate > *');
	return {
		top: element.scrollTop,
		height: element.clientHeight,
		full: element.scrollHeight,
		parts: Array.from(blocks, (block) => {
			const { top, bottom } = block.getBoundingClientRect();
			return { top: top - start, bottom: bottom - start };
		})
	};
}
