/**
 * What an embedded figure tells the page around it: how high it is, and nothing else.
 * README.md gives the few lines with which that page sets the height of its frame.
 */
import type { Attachment } from 'svelte/attachments';

interface HeightMessage {
	readonly type: 'repghost-notebook:height';
	/** In CSS pixels, whole. */
	readonly height: number;
}

/** The part of a window that is used. */
type Listener = Pick<Window, 'postMessage'>;

/**
 * Tells the height of an element now and whenever it changes. Where the page stands in no frame,
 * `parent` is the page itself, and nobody is told.
 */
export function reportHeight(parent: Listener): Attachment<HTMLElement> {
	return (element) => {
		if (parent === window) return;
		let last = 0;
		const observer = new ResizeObserver(() => {
			const height = Math.ceil(element.getBoundingClientRect().height);
			if (height === last) return;
			last = height;
			// To any origin: who embeds is not known, and a height is no secret.
			parent.postMessage({ type: 'repghost-notebook:height', height } satisfies HeightMessage, '*');
		});
		observer.observe(element);
		return () => observer.disconnect();
	};
}
