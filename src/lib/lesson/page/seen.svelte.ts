/** Notices that something was read: it stood still on the screen for a while. */
import type { Attachment } from 'svelte/attachments';

/** How long, in milliseconds. */
const restingTime = 1500;

/**
 * Calls `onseen` once, when the element has been on the screen, at rest, for long enough. Put it at the
 * end of what is to be read.
 */
export function seen(onseen: () => void): Attachment<HTMLElement> {
	return (element) => {
		let onScreen = false;
		let timer: ReturnType<typeof setTimeout> | undefined;

		function wait(): void {
			clearTimeout(timer);
			if (onScreen && document.visibilityState === 'visible')
				timer = setTimeout(finish, restingTime);
		}

		function finish(): void {
			stop();
			onseen();
		}

		function stop(): void {
			clearTimeout(timer);
			observer.disconnect();
			window.removeEventListener('scroll', wait);
			document.removeEventListener('visibilitychange', wait);
		}

		const observer = new IntersectionObserver((entries) => {
			onScreen = entries.at(-1)?.isIntersecting ?? false;
			wait();
		});
		observer.observe(element);
		window.addEventListener('scroll', wait, { passive: true });
		document.addEventListener('visibilitychange', wait);
		return stop;
	};
}
