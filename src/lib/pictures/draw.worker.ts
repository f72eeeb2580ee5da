/** The worker that draws scenes, drawings and photos; a picture goes to the page without being copied. */
import { expose, transfer } from 'comlink';
import type { Drawer } from './draw-client.ts';
import { drawSubject } from './drawable.ts';

const drawer: Drawer = {
	draw: async (subject, width, height) => {
		const picture = drawSubject(subject, width, height);
		// A drawing's ground may be the picture itself, and this is the worker's own copy of it.
		return transfer(picture, [picture.rgb.buffer]);
	}
};

expose(drawer);
