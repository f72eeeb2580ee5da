/**
 * Figures of a presented cell, made smaller until controls and drawing are seen together. Only their caption
 * may stay below the screen. Letters stay large enough to be read from the back of the room.
 */

/** The smallest letters of a figure, as a part of the screen's height: 19 px of 1080. */
const smallestLetters = 19 / 1080;
/** The same letters in root em: `--t-micro` of a presented figure in `present.css`. */
const lettersInRem = 0.875;
const step = 0.03;

/** @returns the least scale at which the letters can be read; 1 where the screen is high and narrow */
export function leastScale(screenHeight: number, rootSize: number): number {
	return Math.min(1, (smallestLetters * screenHeight) / (lettersInRem * rootSize));
}

/** Height of a figure without its caption, as it is drawn. */
function heightOf(plate: Element): number {
	const caption = plate.querySelector(':scope > figcaption');
	const box = plate.getBoundingClientRect();
	return (caption?.getBoundingClientRect().top ?? box.bottom) - box.top;
}

/** What a figure may take: the screen, or what its heading leaves of it, if it stands right below. */
function roomFor(place: Element, screen: Element): number {
	const offset =
		place.getBoundingClientRect().top - screen.getBoundingClientRect().top + screen.scrollTop;
	return screen.clientHeight - (offset < screen.clientHeight / 4 ? offset : 8);
}

/**
 * Makes a cell's figures fit, now and whenever they grow; never larger again, so that nothing swings.
 * @param screen the cell, which scrolls what is taller
 * @returns ends it, and gives the figures their size back
 */
export function fitFigures(screen: HTMLElement): () => void {
	const places = (): NodeListOf<HTMLElement> => screen.querySelectorAll('.plate-place');

	function shrink(place: HTMLElement): void {
		const plate = place.querySelector('.plate');
		if (plate === null) return;
		// A gate brings its figure later.
		observer.observe(plate);
		const rootSize = parseFloat(getComputedStyle(document.documentElement).fontSize);
		const least = leastScale(window.innerHeight, rootSize);
		let scale = Number(place.style.getPropertyValue('--fit') || 1);
		while (scale > least && heightOf(plate) > roomFor(place, screen)) {
			scale = Math.max(least, scale - step);
			place.style.setProperty('--fit', String(scale));
		}
	}

	const observer = new ResizeObserver(() => places().forEach(shrink));
	for (const part of [screen, ...screen.children]) observer.observe(part);
	return () => {
		observer.disconnect();
		for (const place of places()) place.style.removeProperty('--fit');
	};
}
