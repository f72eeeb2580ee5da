/** The service worker of the site: listens, and leaves the rest to `site-answers.ts` and `copies.ts`. */
import * as v from 'valibot';
import { offline } from '#lib/strings/en/offline.ts';
import { addressBelow, COPY_HEADER, COPY_IS_WHOLE, seenMessage } from './addresses.ts';
import { dropCopies, type Copies } from './copies.ts';
import { copySeen, fetchList } from './make-copy.ts';
import { PageFirst } from './page-first.ts';
import { SiteAnswers } from './site-answers.ts';

interface Lasting extends Event {
	waitUntil(work: Promise<unknown>): void;
}

interface FetchRequested extends Lasting {
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
	const fromNetwork: typeof fetch = (...parameters) => worker.fetch(...parameters);
	const answers = new SiteAnswers(build, {
		copies: worker.caches,
		fetch: fromNetwork,
		isOnline: () => worker.navigator.onLine,
		missing: offline.missing
	});
	const drop = (which: 'older' | 'others') =>
		dropCopies(worker.caches, build, which).catch(() => undefined);

	const pageFirst = new PageFirst();
	const { signal } = new AbortController();
	const source = { ...build, fetch: fromNetwork, signal };
	let list: ReturnType<typeof fetchList> | null = null;

	async function keepSeen(seen: readonly string[]): Promise<void> {
		const addresses = new Set(seen.flatMap((url) => addressBelow(scope, url) ?? []));
		const tell = (): void => undefined;
		try {
			list ??= fetchList(source);
			await copySeen({ ...source, copies: worker.caches, tell }, (await list).list, addresses);
		} catch {
			list = null;
		}
	}

	let isFirst = false;
	/** Pages of a newer build may be open, whose worker waits for this one, unless this one has just begun. */
	let needless: 'older' | 'others' = 'older';
	let dropped = false;

	worker.addEventListener('install', () => {
		isFirst = worker.registration.active === null;
	});
	worker.addEventListener('activate', (event) => {
		needless = 'others';
		// Pages that were opened before there was any worker have one from now on.
		if (isFirst) event.waitUntil(worker.clients.claim());
	});
	worker.addEventListener('message', (event) => {
		if (event.data === COPY_IS_WHOLE) event.waitUntil(drop('older'));
		const { success, output } = v.safeParse(seenMessage, event.data);
		if (success) event.waitUntil(keepSeen(output.seen));
	});
	worker.addEventListener('fetch', (event) => {
		const { request } = event;
		if (request.headers.has(COPY_HEADER)) {
			return event.respondWith(pageFirst.wait().then(() => fromNetwork(request)));
		}
		if (!answers.handles(request)) return;
		pageFirst.asked();
		const answer = answers.answer(request);
		event.respondWith(answer);
		if (dropped) return;
		// Only the active worker is asked. Not while it becomes active: the page waits for that.
		dropped = true;
		event.waitUntil(answer.then(() => drop(needless)));
	});
}
