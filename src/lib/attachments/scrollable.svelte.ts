/** A box that scrolls takes part in the tab order, so that its keys can scroll it; one that fits does not. */
import type { Attachment } from 'svelte/attachments';

export const scrollable: Attachment<HTMLElement> = (element) => {
	const check = (): void => {
		const tooWide = element.scrollWidth > element.clientWidth;
		if (tooWide || element.scrollHeight > element.clientHeight) element.tabIndex = 0;
		else element.removeAttribute('tabindex');
	};
	const sizes = new ResizeObserver(check);
	sizes.observe(element);
	for (const child of element.children) sizes.observe(child);
	// What is wider than a child of fixed width, such as a formula, is no change of that child's size.
	// Looked at once a frame, when it has to be laid out anyway.
	let frame = 0;
	const contents = new MutationObserver(() => {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(check);
	});
	contents.observe(element, { childList: true, subtree: true, characterData: true });
	return () => {
		sizes.disconnect();
		contents.disconnect();
		cancelAnimationFrame(frame);
	};
};
