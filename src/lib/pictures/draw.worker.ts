/** The worker that draws scenes; a picture goes to the page without being copied. */
import { expose, transfer } from 'comlink';
import type { Drawer } from './draw-client.ts';
import { drawScene } from './scenes/draw-scene.ts';

const drawer: Drawer = {
	draw: async (scene, width, height) => {
		const picture = drawScene(scene, width, height);
		return transfer(picture, [picture.rgb.buffer]);
	}
};

expose(drawer);
