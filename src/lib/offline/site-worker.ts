/** The service worker of the site: listens, and leaves the rest to `site-answers.ts` and `copies.ts`. */
import { offline } from '#lib/strings/en/offline.ts';
import { COPY_IS_WHOLE } from './addresses.ts';
import { dropCopies, type Copies } from './copies.ts';
import { SiteAnswers } from './site-answers.ts';

interface Lasting extends Event {
	waitUntil(work: Promise<unknown>): void;
}

interface FetchRequested extends Event {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker's scope that is used. */
export interface WorkerScope {
	readonly registration: { readonly scope: string; readonly active: object | null };
	readonly navigator: { readonly onLine: boolean };
	readonly clients: { claim(): Promise<void> };
	readonly caches: Copies;
	readonly fetch: typeof fetch;
	addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
	addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void;
	addEventListener(type: 'fetch', listener: (event: FetchRequested) => void): void;
}

/**
 * A worker of another build waits until no page of this one is open: it never pushes this one out.
 * When it becomes the active one, copies of other builds are needed no more.
 */
export function serveSite(worker: WorkerScope, version: string): void {
	const { scope } = worker.registration;
	const build = { scope, version };
	const answers = new SiteAnswers(build, {
		copies: worker.caches,
		fetch: (...parameters) => worker.fetch(...parameters),
		isOnline: () => worker.navigator.onLine,
		missing: offline.missing
	});
	const drop = (which: 'older' | 'others') =>
		dropCopies(worker.caches, build, which).catch(() => undefined);

	let isFirst = false;

	worker.addEventListener('install', () => {
		isFirst = worker.registration.active === null;
	});
	worker.addEventListener('activate', (event) => {
		// Pages that were opened before there was any worker have one from now on.
		const claim = isFirst ? worker.clients.claim() : undefined;
		event.waitUntil(Promise.all([drop('others'), claim]));
	});
	worker.addEventListener('message', (event) => {
		if (event.data === COPY_IS_WHOLE) event.waitUntil(drop('older'));
	});
	worker.addEventListener('fetch', (event) => {
		if (answers.handles(event.request)) event.respondWith(answers.answer(event.request));
	});
}
