/**
 * The screen of a presented cell: its figures fit it, and keys go through what is taller, part by part.
 */
import { fitFigures } from './fit-figures.ts';
import { hasMore, scrollBack, scrollOn, type Part, type ScreenView } from './screen-parts.ts';

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

/**
 * Elements as parts of the screen, from top to bottom; on a wide screen a figure stands above the text that
 * comes before it on the page.
 * @param start where the cell begins
 */
function partsOf(elements: Iterable<Element>, start: number, height: number): Part[] {
	const parts = Array.from(elements, (element) => {
		const { top, bottom } = element.getBoundingClientRect();
		const part = { top: top - start, bottom: bottom - start };
		if (bottom - top <= height || element instanceof SVGElement) return part;
		return { ...part, inside: partsOf(element.children, start, height) };
	});
	return parts.sort((one, other) => one.top - other.top);
}

function viewOf(element: HTMLElement): ScreenView {
	const start = element.getBoundingClientRect().top - element.scrollTop;
	const height = element.clientHeight;
	// A gate is left to what it holds: its figure is a part of its own.
	const blocks = element.querySelectorAll('.lesson-block:not(.of-gate), .gate > *');
	return {
		top: element.scrollTop,
		height,
		full: element.scrollHeight,
		parts: partsOf(blocks, start, height)
	};
}
