/** Drawing on a canvas as an attachment: set up once, drawn again when its data or size change. */
import type { Attachment } from 'svelte/attachments';

/** Draws with lengths in CSS pixels; the canvas is empty before each call. */
export type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/**
 * Draws at the device's resolution and again whenever state that `draw` reads changes. Give data
 * that changes often as a getter, so that only the drawing runs again.
 */
export function canvas(draw: Draw): Attachment<HTMLCanvasElement> {
	return (element) => {
		const context = element.getContext('2d');
		if (!context) return;
		let width = $state(element.clientWidth);
		let height = $state(element.clientHeight);
		const observer = new ResizeObserver(([entry]) => {
			if (!entry) return;
			width = entry.contentRect.width;
			height = entry.contentRect.height;
		});
		observer.observe(element);
		$effect(() => {
			if (width === 0 || height === 0) return;
			const ratio = window.devicePixelRatio;
			element.width = Math.round(width * ratio);
			element.height = Math.round(height * ratio);
			context.setTransform(ratio, 0, 0, ratio, 0, 0);
			draw(context, width, height);
		});
		return () => observer.disconnect();
	};
}
