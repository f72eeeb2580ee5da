/** The site's build imports a picture from a `.scene` file, drawn then, so that no page waits for it. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { drawScene } from '../lib/pictures/scenes/draw-scene.ts';
import { SAMPLE_SCENES } from '../lib/pictures/scenes/samples.ts';

/** A `.scene` file holds the name of a sample, a space, and how many pixels its sides have. */
const CONTENTS = /^([a-z-]+) (\d{1,3})\s*$/;

/** The module of such a file: its picture, with the bytes as text. */
export function sceneModule(contents: string): string {
	const [, name, side] = CONTENTS.exec(contents) ?? [];
	if (!name) {
		throw new Error(`expected the name of a sample and a side, found "${contents.trim()}"`);
	}
	const sample = SAMPLE_SCENES.find((candidate) => candidate.name === name);
	if (!sample) throw new Error(`expected one of the samples, found "${name}"`);
	const { width, height, rgb } = drawScene(sample.scene, Number(side), Number(side));
	const bytes = JSON.stringify(Buffer.from(rgb).toString('base64'));
	return `const bytes = atob(${bytes});
const rgb = Uint8ClampedArray.from(bytes, (byte) => byte.charCodeAt(0));
export default { width: ${width}, height: ${height}, rgb };`;
}

export function stillScenes(): Plugin {
	return {
		name: 'still-scenes',
		async load(id) {
			if (!id.endsWith('.scene')) return null;
			try {
				return sceneModule(await readFile(id, 'utf8'));
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				throw new Error(`${id}: ${reason}`, { cause: error });
			}
		}
	};
}
