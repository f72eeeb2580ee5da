/** A box that scrolls takes part in the tab order, so that its keys can scroll it; one that fits does not. */
import type { Attachment } from 'svelte/attachments';

export const scrollable: Attachment<HTMLElement> = (element) => {
	const observer = new ResizeObserver(() => {
		const tooWide = element.scrollWidth > element.clientWidth;
		if (tooWide || element.scrollHeight > element.clientHeight) element.tabIndex = 0;
		else element.removeAttribute('tabindex');
	});
	observer.observe(element);
	for (const child of element.children) observer.observe(child);
	return () => observer.disconnect();
};
