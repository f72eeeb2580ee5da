/** Starts work when an element comes near, so that a page with many figures opens at once. */
import type { Attachment } from 'svelte/attachments';

/**
 * Calls `onnear` once, when the element is within a screen of being seen, or at once in a browser
 * that cannot tell.
 */
export function visible(onnear: () => void): Attachment {
	return (element) => {
		if (typeof IntersectionObserver === 'undefined') {
			onnear();
			return;
		}
		const observer = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
				observer.disconnect();
				onnear();
			},
			{ rootMargin: '100% 0%' }
		);
		observer.observe(element);
		return () => observer.disconnect();
	};
}
