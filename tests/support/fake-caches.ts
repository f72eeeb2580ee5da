/** Cache storage in memory, and a small site with its list, for what works without a network. */
import { createHash } from 'node:crypto';
import type { Copies, Copy } from '#lib/offline/copies.ts';
import type { SiteList } from '#lib/offline/site-list.ts';

export const SCOPE = 'https://host.example/notebook/';

export class FakeCopy implements Copy {
	readonly entries = new Map<string, Response>();
	readonly #mayPut: () => boolean;

	constructor(mayPut: () => boolean = () => true) {
		this.#mayPut = mayPut;
	}

	async match(request: RequestInfo | URL): Promise<Response | undefined> {
		return this.entries.get(urlOf(request))?.clone();
	}

	async put(request: RequestInfo | URL, response: Response): Promise<void> {
		if (!this.#mayPut()) throw new DOMException('no room', 'QuotaExceededError');
		this.entries.set(urlOf(request), response);
	}

	async delete(request: RequestInfo | URL): Promise<boolean> {
		return this.entries.delete(urlOf(request));
	}

	async keys(request?: RequestInfo | URL): Promise<Request[]> {
		const urls = [...this.entries.keys()];
		const asked = request ? urls.filter((url) => url === urlOf(request)) : urls;
		return asked.map((url) => new Request(url));
	}
}

export class FakeCopies implements Copies {
	readonly all = new Map<string, FakeCopy>();
	/** How many entries there is room for. */
	room = Infinity;

	async open(name: string): Promise<FakeCopy> {
		const copy = this.all.get(name) ?? new FakeCopy(() => this.room-- > 0);
		this.all.set(name, copy);
		return copy;
	}

	async keys(): Promise<string[]> {
		return [...this.all.keys()];
	}

	async delete(name: string): Promise<boolean> {
		return this.all.delete(name);
	}
}

/** Files by their address. */
type FakeSite = Readonly<Record<string, string>>;

export function listOf(version: string, site: FakeSite): SiteList {
	const files = Object.entries(site).map(([address, text]) => ({
		address,
		bytes: Buffer.byteLength(text),
		sha256: createHash('sha256').update(text).digest('hex')
	}));
	return { version, files };
}

/** A host of a build, which keeps in mind what it was asked for, and can be told to fail. */
export class FakeHost {
	asked: string[] = [];
	/** Addresses of which the browser's own cache has the answer. */
	visited = new Set<string>();
	version: string;
	site: FakeSite;
	/** Comes before the site's own answer. */
	before: (address: string, request: Request) => Response | undefined = () => undefined;

	constructor(version: string, site: FakeSite) {
		this.version = version;
		this.site = site;
	}

	/** What `fetch` is on a page of the site. */
	readonly fetch: typeof fetch = async (input, init) => {
		const request = new Request(input, init);
		request.signal.throwIfAborted();
		const address = new URL(request.url).pathname.slice(new URL(SCOPE).pathname.length);
		if (request.cache === 'only-if-cached') {
			if (!this.visited.has(address)) throw new TypeError('not in the cache');
			return new Response(this.site[address]);
		}
		this.asked.push(address);
		const special = this.before(address, request);
		if (special) return special;
		if (address === 'offline.json') return Response.json(listOf(this.version, this.site));
		const text = this.site[address];
		return new Response(text ?? 'not found', { status: text === undefined ? 404 : 200 });
	};
}

/** What a network with a log-in page answers, whatever it is asked for. */
export const logInPage = (): Response =>
	new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } });

function urlOf(request: RequestInfo | URL): string {
	return request instanceof Request ? request.url : String(request);
}
