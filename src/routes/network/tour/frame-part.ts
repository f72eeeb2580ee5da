/** The part of the page that a stop of the tour is about. It is marked by `data-part` in the markup. */

/** A part by its name; null while the page does not show it. */
export function partElement(part: string): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-part~="${part}"]`);
}

/** Frames a part, if it is there, until the returned function is called. */
export function framePart(part: string): () => void {
	const element = partElement(part);
	element?.setAttribute('data-toured', '');
	return () => element?.removeAttribute('data-toured');
}
