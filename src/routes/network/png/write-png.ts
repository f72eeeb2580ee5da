/** The page's end of the worker that writes PNG files: one for each file, which ends with it. */
import { wrap, type Remote } from 'comlink';
import type { ViewContent } from '#lib/scene/view-content.ts';
import { fontSources } from './font-sources.ts';
import type { paintPng } from './paint-png.ts';

/**
 * The view is copied before this returns, so that its pictures may be painted over at once.
 *
 * @returns null where the sheet is larger than a canvas can be
 */
export function writePng(view: ViewContent): Promise<Uint8Array | null> {
	const worker = new Worker(new URL('./png.worker.ts', import.meta.url), { type: 'module' });
	const remote: Remote<{ paintPng: typeof paintPng }> = wrap(worker);
	const failed = new Promise<never>((_, reject) => {
		worker.addEventListener('error', ({ message }) =>
			reject(new Error(message || 'The picture could not be written.'))
		);
	});
	const written = remote.paintPng(view, fontSources(document.styleSheets));
	return Promise.race([written, failed]).finally(() => worker.terminate());
}
