/** The page's end of the worker that draws, so that a picture never keeps the page waiting. */
import { wrap, type Remote } from 'comlink';
import type { Drawable } from './drawable.ts';
import type { Picture } from './picture.ts';

export interface Drawer {
	/** Rejects with one sentence when the worker has failed. */
	draw(subject: Drawable, width: number, height: number): Promise<Picture>;
}

export interface DrawerConnection extends Drawer {
	/** Ends the worker; pictures under way stay unanswered. */
	close(): void;
}

/** Starts a worker when first asked, and another one after it has failed. */
export function connectDrawer(): DrawerConnection {
	let running: { readonly worker: Worker; readonly remote: Remote<Drawer> } | null = null;
	const waiting = new Set<(error: Error) => void>();

	function start(): Remote<Drawer> {
		const worker = new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' });
		const remote = wrap<Drawer>(worker);
		worker.addEventListener('error', (event) => {
			worker.terminate();
			running = null;
			const error = new Error(event.message || 'The pictures could not be drawn.');
			for (const refuse of waiting) refuse(error);
			waiting.clear();
		});
		running = { worker, remote };
		return remote;
	}

	return {
		draw: (subject, width, height) =>
			new Promise((resolve, reject) => {
				waiting.add(reject);
				const remote = running?.remote ?? start();
				remote
					.draw(subject, width, height)
					.then(resolve, reject)
					.finally(() => waiting.delete(reject));
			}),
		close: () => running?.worker.terminate()
	};
}
