/**
 * Published weights on their way to this computer: which are here, which the reader asks for, and how
 * far a download is. Nothing is fetched from another host before `download`.
 */
import { isAbort } from '#lib/state/network/held.svelte.ts';
import type { PublishedFile } from '#lib/engine/protocol.ts';
import { PublishedDownload, type CheckedFile } from '#lib/engine/published-download.ts';
import { findOnHub, findOnSite, type RemoteFile } from '#lib/engine/weight-places.ts';
import { DEFAULT_CHOICES, type Choices } from '#lib/state/network/choices.ts';
import type { PublishedSource } from './load-network.ts';
import { findPublished, type ModelEntry } from './models.ts';
import { WeightStore, type KeptFile } from './weight-store.ts';

/** How far the download is that the reader asked for. */
type DownloadState =
	| { readonly kind: 'asked' }
	/** `total` is null until the listing has come. */
	| { readonly kind: 'fetching'; readonly done: number; readonly total: number | null }
	/** `done` bytes need not be fetched again. */
	| { readonly kind: 'failed'; readonly message: string; readonly done: number };

/** Where downloads come from; a test puts its own in place. */
interface WeightPlaces {
	readonly site: (slug: string, signal: AbortSignal) => Promise<RemoteFile | null>;
	readonly hub: (slug: string, signal: AbortSignal) => Promise<RemoteFile>;
}

export class PublishedWeights implements PublishedSource {
	readonly #store: WeightStore;
	readonly #places: WeightPlaces;
	readonly #downloads = new Map<string, PublishedDownload>();
	#controller: AbortController | null = null;
	/** Raised with every wish and its end: what was looked up for an earlier one comes too late. */
	#wish = 0;
	/** What an address asked for, with a network that may not be here. */
	#admitted: Choices | null = null;

	/** The network of the menu that is asked for and not here; null: none. */
	wanted: ModelEntry | null = $state.raw(null);
	state: DownloadState = $state.raw({ kind: 'asked' });
	/** The wanted file where this site has it, so that no other host is asked. */
	onSite: RemoteFile | null = $state.raw(null);
	kept: readonly (KeptFile & { readonly lasts: boolean })[] = $state.raw([]);
	/** Called when a network is at hand, with the number of it that the address follows. */
	onready: ((slug: string, value: Choices['value']) => void) | null = null;

	constructor(store: WeightStore, places: WeightPlaces) {
		this.#store = store;
		this.#places = places;
	}

	/** Looks what is kept. */
	refresh = async (): Promise<void> => {
		this.kept = await this.#store.list();
	};

	/** The reader picks a network: one that is here is ready, another waits for `download`. */
	want = async (slug: string): Promise<void> => {
		const entry = findPublished(slug);
		if (!entry) return;
		this.cancel();
		const wish = ++this.#wish;
		const here = await this.#store.get(slug);
		if (wish !== this.#wish) return;
		if (here) return this.#ready(slug);
		this.wanted = entry;
		this.state = { kind: 'asked' };
		this.onSite = null;
		const found = await this.#places.site(slug, new AbortController().signal).catch(() => null);
		if (this.wanted === entry) this.onSite = found;
	};

	/** Takes an address's choices in: a network that may not be here is asked for, and not waited for. */
	admit = (choices: Choices): Choices => {
		if (choices.model.kind !== 'published') return choices;
		this.#admitted = choices;
		void this.want(choices.model.slug);
		return { ...choices, model: DEFAULT_CHOICES.model, value: null };
	};

	/** The wish is dropped, and with it a download; what has come of it stays for another try. */
	dismiss = (): void => {
		this.#wish++;
		this.cancel();
		this.wanted = null;
	};

	/** Fetches what is wanted, or the rest of it. */
	download = async (): Promise<void> => {
		const { wanted } = this;
		if (!wanted || this.#controller) return;
		const controller = new AbortController();
		this.#controller = controller;
		const download = this.#downloads.get(wanted.slug) ?? this.#begin(wanted);
		this.#downloads.set(wanted.slug, download);
		try {
			const file = await download.run(controller.signal, (done, total) => {
				if (this.#controller === controller) this.state = { kind: 'fetching', done, total };
			});
			this.#downloads.delete(wanted.slug);
			await this.#keep(wanted.slug, file);
			if (this.#controller === controller) await this.#ready(wanted.slug);
		} catch (error) {
			if (this.#controller !== controller) return;
			const message = error instanceof Error ? error.message : String(error);
			this.state = isAbort(error)
				? { kind: 'asked' }
				: { kind: 'failed', message, done: download.arrived };
		} finally {
			if (this.#controller === controller) this.#controller = null;
		}
	};

	/** Stops a download; what has come stays for another try. */
	cancel = (): void => {
		if (!this.#controller) return;
		this.#controller.abort(new DOMException('The download was cancelled.', 'AbortError'));
		this.#controller = null;
		this.state = { kind: 'asked' };
	};

	remove = async (slug: string): Promise<void> => {
		await this.#store.remove(slug);
		await this.refresh();
	};

	drop = (slug: string): Promise<void> => this.remove(slug);

	async file(slug: string): Promise<PublishedFile> {
		const entry = findPublished(slug);
		const found = entry && (await this.#store.get(slug));
		if (!found) {
			throw new Error(
				`The published weights of ${entry?.label ?? slug} are not on this computer. Choose them in the menu to download them.`
			);
		}
		const { file, blob } = found;
		const { sha256 } = file;
		return { slug, name: entry.label, fileName: `${slug}.safetensors`, blob, sha256 };
	}

	#begin({ slug, family, width }: ModelEntry): PublishedDownload {
		return new PublishedDownload(
			{ family, width },
			async (signal) =>
				(await this.#places.site(slug, signal)) ?? (await this.#places.hub(slug, signal))
		);
	}

	async #keep(slug: string, { bytes, sha256 }: CheckedFile): Promise<void> {
		await this.#store.put({ slug, bytes: bytes.length, sha256 }, bytes);
		await this.refresh();
	}

	async #ready(slug: string): Promise<void> {
		this.wanted = null;
		this.state = { kind: 'asked' };
		const { model, value = null } = this.#admitted ?? {};
		this.#admitted = null;
		const isAdmitted = model?.kind === 'published' && model.slug === slug;
		this.onready?.(slug, isAdmitted ? value : null);
	}
}

/** @param folder the whole address of this site's own folder of weights, with a slash at its end */
export function openPublishedWeights(folder: () => URL): PublishedWeights {
	return new PublishedWeights(new WeightStore(), {
		site: (slug, signal) => findOnSite(slug, folder(), signal),
		hub: (slug, signal) => findOnHub(slug, signal)
	});
}
