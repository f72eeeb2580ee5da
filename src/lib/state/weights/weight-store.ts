/**
 * Published weight files that this browser keeps for offline use, in its Cache storage, each under its
 * SHA-256. Where there is no such storage (private windows, pages served by plain http) or it is full,
 * files last until the page is closed, and `put` says so. What is kept is outside input: the engine
 * holds it against its hash again before it is used.
 */
import * as v from 'valibot';

/** Other sites may share the origin, and with it the names of caches. */
const WEIGHT_CACHE = 'repghost-notebook:weights';

/** Header that says what a kept file is. */
const FACTS = 'x-kept-weights';

const keptFile = v.object({
	slug: v.pipe(v.string(), v.maxLength(64)),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});

export type KeptFile = Readonly<v.InferOutput<typeof keptFile>>;

/** The part of a `Cache` that is used. */
export type Backing = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

export class WeightStore {
	readonly #open: () => Promise<Backing>;
	readonly #memory = new Map<string, { readonly file: KeptFile; readonly blob: Blob }>();

	/** @param open gives the browser's storage; may reject, or throw where there is none */
	constructor(open: () => Promise<Backing> = () => caches.open(WEIGHT_CACHE)) {
		this.#open = open;
	}

	/** All kept files, and whether they outlive the page; entries that make no sense are removed. */
	async list(): Promise<readonly (KeptFile & { readonly lasts: boolean })[]> {
		const stored = await this.#stored();
		const inMemory = [...this.#memory.values()].map(({ file }) => ({ ...file, lasts: false }));
		const lasting = stored.map(({ file }) => ({ ...file, lasts: true }));
		return [...lasting.filter(({ slug }) => !this.#memory.has(slug)), ...inMemory];
	}

	/** A kept file with its contents, or null. */
	async get(slug: string): Promise<{ readonly file: KeptFile; readonly blob: Blob } | null> {
		const inMemory = this.#memory.get(slug);
		if (inMemory) return inMemory;
		const found = (await this.#stored()).find(({ file }) => file.slug === slug);
		if (!found) return null;
		try {
			return { file: found.file, blob: await found.response.blob() };
		} catch {
			// Another tab, or the browser in need of room, has removed it meanwhile.
			return null;
		}
	}

	/**
	 * Keeps a file in place of another of that name.
	 * @returns false when it is lost with the page
	 */
	async put(file: KeptFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
		await this.remove(file.slug);
		const headers = { 'content-type': 'application/octet-stream', [FACTS]: JSON.stringify(file) };
		try {
			const cache = await this.#open();
			await cache.put(addressOf(file), new Response(bytes, { headers }));
			return true;
		} catch {
			this.#memory.set(file.slug, { file, blob: new Blob([bytes]) });
			return false;
		}
	}

	async remove(slug: string): Promise<void> {
		this.#memory.delete(slug);
		for (const { file, remove } of await this.#stored()) if (file.slug === slug) await remove();
	}

	async #stored() {
		try {
			const cache = await this.#open();
			const entries = await Promise.all(
				(await cache.keys()).map(async (request) => {
					const response = await cache.match(request);
					const file = response && readFacts(response);
					const remove = () => cache.delete(request);
					if (!file) await remove();
					return file ? [{ file, response, remove }] : [];
				})
			);
			return entries.flat();
		} catch {
			return [];
		}
	}
}

/** Forgets all kept weights, with everything else that this site kept; where nothing is kept, nothing. */
export async function clearKeptWeights(): Promise<void> {
	try {
		await caches.delete(WEIGHT_CACHE);
	} catch {
		// No such storage, or blocked: then nothing was kept there either.
	}
}

function addressOf({ sha256 }: KeptFile): string {
	return `/repghost-notebook/weights/${sha256}`;
}

function readFacts(response: Response): KeptFile | null {
	try {
		return v.parse(keptFile, JSON.parse(response.headers.get(FACTS) ?? ''));
	} catch {
		return null;
	}
}
