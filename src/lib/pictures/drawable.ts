/** Everything that the drawing worker can make into what a network sees. */
import { readPixels } from './decode-picture.ts';
import { paintDrawing, type Drawing } from './drawing.ts';
import type { Picture } from './picture.ts';
import { cropForNetwork } from './preprocess.ts';
import { drawScene } from './scenes/draw-scene.ts';
import type { Scene } from './scenes/scene.ts';

/** One frame of a camera, of any size. */
export interface Photo {
	readonly frame: ImageBitmap | Picture;
}

export type Drawable = Scene | Photo | Drawing;

/**
 * The subject as width × height pixels: a scene or a drawing is made at this size, a photo is resized
 * and cropped exactly as a picture file is.
 */
export function drawSubject(subject: Drawable, width: number, height: number): Picture {
	if ('strokes' in subject) return paintDrawing(subject, width, height);
	if ('frame' in subject) return cropForNetwork(pixelsOf(subject.frame), height, width);
	return drawScene(subject, width, height);
}

function pixelsOf(frame: Photo['frame']): Picture {
	if ('rgb' in frame) return frame;
	try {
		return readPixels(frame);
	} finally {
		// This worker's own copy.
		frame.close();
	}
}
