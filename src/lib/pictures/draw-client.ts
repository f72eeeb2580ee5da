/** The page's end of the worker that draws scenes, so that a picture never keeps the page waiting. */
import { wrap, type Remote } from 'comlink';
import type { Picture } from './picture.ts';
import type { Scene } from './scenes/scene.ts';

export interface Drawer {
	/** Rejects with one sentence when the worker has failed. */
	draw(scene: Scene, width: number, height: number): Promise<Picture>;
}

export interface DrawerConnection extends Drawer {
	/** Ends the worker; pictures under way stay unanswered. */
	close(): void;
}

/** Starts a worker. The caller keeps one for the page's life. */
export function connectDrawer(): DrawerConnection {
	const worker = new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' });
	const remote: Remote<Drawer> = wrap<Drawer>(worker);
	const waiting = new Set<(error: Error) => void>();
	worker.addEventListener('error', (event) => {
		const error = new Error(event.message || 'The pictures could not be drawn.');
		for (const refuse of waiting) refuse(error);
	});
	return {
		draw: (scene, width, height) =>
			new Promise((resolve, reject) => {
				waiting.add(reject);
				remote
					.draw(scene, width, height)
					.then(resolve, reject)
					.finally(() => waiting.delete(reject));
			}),
		close: () => worker.terminate()
	};
}
