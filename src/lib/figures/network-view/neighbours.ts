/** Keys inside the view: the arrow keys go to the nearest part in their direction, Escape zooms out. */
import type { Attachment } from 'svelte/attachments';

/** A rectangle on the screen. */
type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

const DIRECTIONS: Readonly<Record<string, readonly [across: number, down: number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1]
};
/** How much more a step aside counts than one ahead. */
const ASIDE = 3;

/** Which of `boxes` a key leads to from one of them; null where none lies that way, or for other keys. */
export function nearestInDirection(
	boxes: readonly Box[],
	from: number,
	key: string
): number | null {
	const direction = DIRECTIONS[key];
	const start = boxes[from];
	if (!direction || !start) return null;
	const [across, down] = direction;
	let best: { readonly index: number; readonly distance: number } | null = null;
	for (const [index, box] of boxes.entries()) {
		const x = box.left + box.width / 2 - (start.left + start.width / 2);
		const y = box.top + box.height / 2 - (start.top + start.height / 2);
		const ahead = x * across + y * down;
		const aside = Math.abs(x * down) + Math.abs(y * across);
		// Half a picture element: boxes of one line are never exactly level.
		if (index === from || ahead < 0.5 || aside > 2 * ahead) continue;
		const distance = ahead + ASIDE * aside;
		if (!best || distance < best.distance) best = { index, distance };
	}
	return best?.index ?? null;
}

/** @param out returns whether there was a level above to go to */
export function viewKeys(out: () => boolean): Attachment<HTMLElement> {
	return (element) => {
		function press(event: KeyboardEvent): void {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			if (event.key === 'Escape') {
				if (out()) event.preventDefault();
				return;
			}
			const parts = [...element.querySelectorAll('button')];
			const at = parts.findIndex((part) => part === document.activeElement);
			const boxes = parts.map((part) => part.getBoundingClientRect());
			const next = at < 0 ? null : nearestInDirection(boxes, at, event.key);
			if (next === null) return;
			event.preventDefault();
			parts[next]?.focus();
		}
		element.addEventListener('keydown', press);
		return () => element.removeEventListener('keydown', press);
	};
}
