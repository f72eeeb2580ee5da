/**
 * The copy of this site for use without a network, as a page sees it: made in the background once the
 * page has come to rest, or on request; never twice at a time, whatever the number of tabs.
 */
import { createContext } from 'svelte';
import * as v from 'valibot';
import { LIST_ADDRESS } from '#lib/offline/addresses.ts';
import { copyName, removeCopies, type Copies } from '#lib/offline/copies.ts';
import { makeCopy, measureCopy, type CopyEnd, type CopyProgress } from '#lib/offline/make-copy.ts';
import { parseSiteList } from '#lib/offline/site-list.ts';
import type { Slot, Store } from './storage.ts';

/** `unknown`: not looked yet; `none`: nobody makes one; `soon`: it begins by itself. */
export type CopyStage =
	| 'unknown'
	| 'insecure'
	| 'unsupported'
	| 'none'
	| 'frugal'
	| 'soon'
	| 'elsewhere'
	| 'making'
	| 'ready'
	| Exclude<CopyEnd, 'whole' | 'stopped'>;

/** What a browser has for it. */
export interface OfflineBrowser {
	/** The whole address of the site's root, with a slash at its end. */
	readonly scope: string;
	/** Browsers allow service workers at https addresses, and at those of the same computer. */
	readonly secure: boolean;
	/** The page stands in another one, perhaps of another site. */
	readonly framed: boolean;
	readonly copies: Copies | undefined;
	readonly fetch: typeof fetch;
	/** Resolves once the service worker runs; false where there is none. */
	readonly startWorker: () => Promise<boolean>;
	/** Tells the worker what this page has loaded, to be kept first; again and again as long as it goes on. */
	readonly tellSeen: (goesOn: () => boolean) => Promise<void>;
	/** Tells the worker that this build's copy is whole. */
	readonly tellWhole: () => void;
	/** Runs work while no other tab does; calls `waiting` when it has to wait for one. */
	readonly alone: (work: () => Promise<void>, waiting: () => void) => Promise<void>;
	/** The connection is slow, or the reader asked to save data. */
	readonly frugal: () => boolean;
	/** Resolves when the page has come to rest. */
	readonly rest: () => Promise<void>;
	/** Asks the browser not to throw the copy away by itself. */
	readonly persist: () => void;
}

/** A browser that has all it takes. */
type Able = OfflineBrowser & { readonly copies: Copies };

export class OfflineCopy {
	/** Of this build. */
	readonly version: string;
	/** Whether a copy may be made unasked: until the reader has stopped or removed one. */
	readonly #wanted: Slot<boolean>;
	#browser: Able | null = null;
	#stage: CopyStage = $state('unknown');
	#progress: CopyProgress | null = $state.raw(null);
	#stop: AbortController | null = null;
	/** How the last work on the copy has ended. */
	#end: CopyEnd | null = null;

	constructor(version: string, store: Store) {
		this.version = version;
		this.#wanted = store.slot('offline', 1, v.boolean(), true);
	}

	get stage(): CopyStage {
		return this.#stage;
	}

	/** How far the copy is; null before anybody has looked. */
	get progress(): CopyProgress | null {
		return this.#progress;
	}

	/** Looks whether there is a copy, and makes one unless the reader said no. Never rejects. */
	async start(browser: OfflineBrowser): Promise<void> {
		const { secure, framed, copies, frugal, rest, startWorker } = browser;
		if (!secure) return void (this.#stage = 'insecure');
		if (!copies || !(await startWorker().catch(() => false))) {
			return void (this.#stage = 'unsupported');
		}
		const able = { ...browser, copies };
		this.#browser = able;
		if (await this.#look(able)) return;
		if (framed || !this.#wanted.read()) return void (this.#stage = 'none');
		if (frugal()) return void (this.#stage = 'frugal');
		this.#stage = 'soon';
		void browser.tellSeen(() => this.stage === 'soon');
		await rest();
		if (this.stage === 'soon') await this.#make(able);
	}

	/** Makes the copy now, or goes on with it. */
	make = (): Promise<void> => this.#ask(false);

	/** Goes on by itself when there is a network again. */
	resume = (): void => {
		const goesOn = this.#stage === 'broken-off' && this.#wanted.read();
		if (this.#browser && goesOn) void this.#make(this.#browser);
	};

	/** Stops; what is here stays. */
	stop = (): void => {
		this.#wanted.write(false);
		this.#stop?.abort();
		this.#stage = 'none';
	};

	/**
	 * Reads every file of the copy, and fetches anew what is damaged.
	 * @returns whether all of them are right now; without a network nobody can say
	 */
	repair = async (): Promise<boolean> => {
		this.#end = null;
		await this.#ask(true);
		return this.#end === 'whole';
	};

	/** Removes the copies of all builds; none is made again unasked. */
	remove = async (): Promise<void> => {
		this.stop();
		const browser = this.#browser;
		if (!browser) return;
		const remove = () => removeCopies(browser.copies, browser.scope).catch(() => undefined);
		await browser.alone(remove, () => undefined);
		this.#progress = null;
	};

	async #ask(check: boolean): Promise<void> {
		this.#wanted.write(true);
		this.#browser?.persist();
		if (this.#browser) await this.#make(this.#browser, check);
	}

	/** @returns whether there is a whole copy of this build */
	async #look({ copies, scope }: Able): Promise<boolean> {
		try {
			const name = copyName({ scope, version: this.version });
			// To open a copy that is not there would make an empty one.
			if (!(await copies.keys()).includes(name)) return false;
			const copy = await copies.open(name);
			const sealed = await copy.match(new URL(LIST_ADDRESS, scope).href);
			const list = sealed && parseSiteList(await sealed.text());
			if (!list) return false;
			const { missing, ...progress } = await measureCopy(copy, scope, list);
			this.#progress = progress;
			if (missing.length > 0) return false;
			this.#stage = 'ready';
			return true;
		} catch {
			return false;
		}
	}

	async #make(browser: Able, check = false): Promise<void> {
		if (this.#stop) return;
		const stop = new AbortController();
		this.#stop = stop;
		const wait = (): void => void (this.#stage = 'elsewhere');
		await browser.alone(() => this.#fill(browser, stop.signal, check), wait);
		this.#stop = null;
	}

	async #fill(browser: Able, signal: AbortSignal, check: boolean): Promise<void> {
		if (signal.aborted || (!check && (await this.#look(browser)))) return;
		this.#stage = 'making';
		const { version } = this;
		const tell = (progress: CopyProgress): void => void (this.#progress = progress);
		const end = await makeCopy({ ...browser, version, signal, check, tell });
		this.#end = end;
		if (end === 'whole') {
			this.#stage = 'ready';
			browser.tellWhole();
		} else if (end !== 'stopped' && !(check && (await this.#look(browser)))) {
			this.#stage = end;
		}
	}
}

export const [useOfflineCopy, provideOfflineCopy] = createContext<OfflineCopy>();
