/** Bytes on a canvas, one picture element each; style sheets scale it. */
import type { Attachment } from 'svelte/attachments';

interface Pixels {
	readonly width: number;
	readonly height: number;
	/** Red, green, blue, alpha. */
	readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Paints what `read` gives, and again whenever state that it reads changes; null leaves it empty. */
export function pixels(read: () => Pixels | null): Attachment<HTMLCanvasElement> {
	return (element) => {
		const context = element.getContext('2d');
		if (!context) return;
		$effect(() => {
			const picture = read();
			if (!picture) {
				context.clearRect(0, 0, element.width, element.height);
				return;
			}
			// Setting a size clears the canvas and costs, so only when it changes.
			if (element.width !== picture.width) element.width = picture.width;
			if (element.height !== picture.height) element.height = picture.height;
			const image = new ImageData(picture.rgba, picture.width, picture.height);
			context.putImageData(image, 0, 0);
		});
	};
}
