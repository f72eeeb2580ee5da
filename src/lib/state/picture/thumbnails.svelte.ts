/** Small pictures of the samples, drawn one after another so that a picture asked for meanwhile need not wait. */
import type { Drawer } from '#lib/pictures/draw-client.ts';
import { toRgba } from '#lib/pictures/picture.ts';
import type { PreparedPicture } from '#lib/engine/protocol.ts';
import { SAMPLE_SLUGS, sceneOf } from './scenes.ts';

/** Rows and columns; the lists show them smaller, for sharp screens. */
const SIDE = 64;

export class Thumbnails {
	#started = false;
	/** By the sample's name, as far as they are drawn. */
	pictures: ReadonlyMap<string, PreparedPicture['shown']> = $state.raw(new Map());

	/** Draws what is missing; without them the list still has its names. */
	async draw(drawer: Drawer): Promise<void> {
		if (this.#started) return;
		this.#started = true;
		for (const slug of SAMPLE_SLUGS) {
			try {
				const picture = await drawer.draw(sceneOf(slug), SIDE, SIDE);
				const shown = { width: SIDE, height: SIDE, rgba: toRgba(picture) };
				this.pictures = new Map([...this.pictures, [slug, shown]]);
			} catch {
				return;
			}
		}
	}
}
