/** Keys inside the map: Escape zooms out, the arrow keys go from one part to the next. */
import type { Attachment } from 'svelte/attachments';

const STEPS: Readonly<Record<string, number>> = {
	...{ ArrowRight: 1, ArrowDown: 1 },
	...{ ArrowLeft: -1, ArrowUp: -1 }
};

/** @param out returns whether there was a level above to go to */
export function mapKeys(out: () => boolean): Attachment<HTMLElement> {
	return (element) => {
		function press(event: KeyboardEvent): void {
			if (event.altKey || event.ctrlKey || event.metaKey) return;
			if (event.key === 'Escape') {
				if (out()) event.preventDefault();
				return;
			}
			const parts = [...element.querySelectorAll('button')];
			const at = parts.findIndex((part) => part === document.activeElement);
			const next = parts[at + (STEPS[event.key] ?? 0)];
			if (at < 0 || !next || STEPS[event.key] === undefined) return;
			event.preventDefault();
			next.focus();
		}
		element.addEventListener('keydown', press);
		return () => element.removeEventListener('keydown', press);
	};
}
