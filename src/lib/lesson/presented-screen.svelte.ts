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

/** What is seen as one: a block, or what it holds, if it is taller than the screen. */
function partsOf(block: Element, height: number): Element[] {
	if (block.clientHeight <= height) return [block];
	let inner = block;
	while (inner.children.length === 1 && inner.firstElementChild) inner = inner.firstElementChild;
	if (inner.children.length === 0 || inner instanceof SVGElement) return [block];
	return Array.from(inner.children).flatMap((child) => partsOf(child, height));
}

function viewOf(element: HTMLElement): ScreenView {
	const start = element.getBoundingClientRect().top - element.scrollTop;
	const height = element.clientHeight;
	// A gate is left to what it holds: its figure is a part of its own.
	const blocks = element.querySelectorAll('.lesson-block:not(.of-gate), .gate > *');
	const parts = Array.from(blocks).flatMap((block) => partsOf(block, height));
	return {
		top: element.scrollTop,
		height,
		full: element.scrollHeight,
		// On a wide screen a figure stands above the text that comes before it on the page.
		parts: parts
			.map((part) => part.getBoundingClientRect())
			.map(({ top, bottom }) => ({ top: top - start, bottom: bottom - start }))
			.sort((one, other) => one.top - other.top)
	};
}
