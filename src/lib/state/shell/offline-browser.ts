/** What this browser has for a copy of the site for use without a network. */
import type * as v from 'valibot';
import { COPY_IS_WHOLE, type seenMessage } from '#lib/offline/addresses.ts';
import type { OfflineBrowser } from './offline-copy.svelte.ts';

/** Milliseconds after the page has loaded, at the least: figures come first. */
const REST = 4000;

/** At the most. */
const REST_AT_MOST = 30_000;

/** What a page's figures fetch after it is about as much as the page, so on a slow line they need as long. */
const REST_PER_LOAD = 1.5;

/** Milliseconds from one message about what is loaded to the next. */
const TELL_EVERY = 1500;

/** Not in the types of TypeScript: only some browsers say how they are connected. */
interface Connection {
	readonly saveData?: boolean;
	readonly effectiveType?: string;
}

/** @param scope the whole address of the site's root, with a slash at its end */
export function offlineBrowser(scope: string): OfflineBrowser {
	const worker = (): ServiceWorkerContainer | undefined => navigator.serviceWorker;
	const tell = (message: unknown): void =>
		void worker()?.ready.then(({ active }) => active?.postMessage(message));
	return {
		scope,
		framed: window.parent !== window,
		secure: window.isSecureContext,
		copies: openCaches(),
		fetch: (...parameters) => fetch(...parameters),
		async startWorker() {
			await loaded();
			const address = new URL('service-worker.js', scope);
			const options = { scope, updateViaCache: 'none' } as const;
			// Some browsers and programs that refuse a worker say nothing, and give nothing.
			const registration: unknown = await worker()?.register(address, options);
			if (!registration) return false;
			await worker()?.ready;
			return true;
		},
		async tellSeen(goesOn) {
			// Browsers keep 250 entries, and a lesson alone has two thirds of them.
			performance.setResourceTimingBufferSize(1000);
			while (goesOn()) {
				tell(seenHere());
				await wait(TELL_EVERY);
			}
		},
		tellWhole: () => tell(COPY_IS_WHOLE),
		async alone(work, waiting) {
			const { locks } = navigator;
			if (!locks) return work();
			const name = `repghost-notebook:copy:${scope}`;
			const done = await locks.request(name, { ifAvailable: true }, async (lock) => {
				if (lock) await work();
				return lock !== null;
			});
			if (done) return;
			waiting();
			await locks.request(name, work);
		},
		frugal() {
			const { connection } = navigator as Navigator & { connection?: Connection };
			return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
		},
		rest,
		persist: () => void navigator.storage?.persist?.().catch(() => undefined)
	};
}

/** Whole addresses of this page and of what it has loaded. */
function seenHere(): v.InferOutput<typeof seenMessage> {
	const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
	return { seen: [location.href, ...loaded].filter((url) => url.startsWith(location.origin)) };
}

/** Reading the name alone throws where storage is blocked. */
function openCaches(): CacheStorage | undefined {
	try {
		return window.caches;
	} catch {
		return undefined;
	}
}

async function loaded(): Promise<void> {
	if (document.readyState === 'complete') return;
	await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
}

async function rest(): Promise<void> {
	const [visit] = performance.getEntriesByType('navigation');
	const asLong = REST_PER_LOAD * (visit?.duration ?? 0);
	await wait(Math.min(Math.max(REST, asLong), REST_AT_MOST));
	if ('requestIdleCallback' in window) {
		await new Promise((idle) => requestIdleCallback(idle, { timeout: REST }));
	}
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((later) => setTimeout(later, milliseconds));
}
