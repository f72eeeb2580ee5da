/**
 * What the service worker answers. Files whose names hold a hash come from a copy where there is one,
 * so that pages of an older build find theirs. All else comes from the network as long as that answers:
 * a reader with a network always sees the newest build. Without one the copy answers, this build's first.
 * Nothing that passes here is kept: copies are made by `make-copy.ts`, which checks each file.
 */
import { addressBelow, COPY_HEADER, fits, HASHED_FOLDER, isPage } from './addresses.ts';
import { copiesInOrder, isWhole, type Build, type Copies, type Copy } from './copies.ts';
import { missingPage } from './missing-page.ts';

/** Milliseconds that the network has before the copy answers. */
export const PATIENCE = 4000;

/** Milliseconds in which the copy is asked first, after a network that did not answer. */
export const QUIET = 30_000;

export interface Surroundings {
	readonly copies: Copies;
	readonly fetch: typeof fetch;
	readonly isOnline: () => boolean;
	/** In place of a file that is not here, where a page shows the reason. */
	readonly missing: string;
}

export class SiteAnswers {
	readonly #build: Build;
	readonly #around: Surroundings;
	#quietUntil = 0;

	constructor(build: Build, around: Surroundings) {
		this.#build = build;
		this.#around = around;
	}

	/** Whether a request is answered here; the others go their way as without a worker. */
	handles(request: Request): boolean {
		return (
			request.method === 'GET' &&
			request.cache !== 'no-store' &&
			!request.headers.has(COPY_HEADER) &&
			!request.headers.has('range') &&
			addressBelow(this.#build.scope, request.url) !== null
		);
	}

	/** Never rejects: where nothing can be had, the answer says so. */
	async answer(request: Request): Promise<Response> {
		const address = addressBelow(this.#build.scope, request.url) ?? '';
		const copyFirst =
			address.startsWith(HASHED_FOLDER) ||
			!this.#around.isOnline() ||
			Date.now() < this.#quietUntil;
		const held = copyFirst ? await this.#find(address) : undefined;
		return held ?? (await this.#fromNetwork(request, address)) ?? this.#missing(request, address);
	}

	/** The network's answer; the copy's where the network has none, or none in time; or null. */
	async #fromNetwork(request: Request, address: string): Promise<Response | null> {
		const network = this.#around.fetch(request).then(
			(response) => (isUsable(response, address) ? response : null),
			() => null
		);
		const first = await Promise.race([network, waitFor(PATIENCE)]);
		if (first) return first;
		const held = await this.#find(address);
		if (!held) return network;
		this.#quietUntil = Date.now() + QUIET;
		return held;
	}

	async #find(address: string): Promise<Response | undefined> {
		try {
			const url = new URL(address, this.#build.scope).href;
			for (const copy of await copiesInOrder(this.#around.copies, this.#build)) {
				const held = await readHeld(copy, url);
				if (held) return held;
			}
		} catch {
			// Storage is blocked: as if there were no copy.
		}
		return undefined;
	}

	async #missing(request: Request, address: string): Promise<Response> {
		const { missing } = this.#around;
		if (address.endsWith('__data.json')) return Response.json(missing, { status: 503 });
		if (request.mode !== 'navigate') return Response.error();
		if (!isPage(address) && (await this.#find(`${address}/`))) {
			return Response.redirect(new URL(`${address}/`, this.#build.scope).href);
		}
		const notFound = (await this.#isWhole()) ? await this.#find('404.html') : undefined;
		if (notFound) return new Response(notFound.body, { status: 404, headers: notFound.headers });
		return missingPage(this.#build.scope);
	}

	/** Whether what is not in a copy is not in the site. */
	async #isWhole(): Promise<boolean> {
		const [first] = await copiesInOrder(this.#around.copies, this.#build).catch(() => []);
		return first !== undefined && isWhole(first, this.#build.scope);
	}
}

/** A damaged file fails at its end alone; a page that has begun to arrive would then be waited for in vain. */
async function readHeld(copy: Copy, url: string): Promise<Response | undefined> {
	try {
		const held = await copy.match(url);
		await held?.clone().arrayBuffer();
		return held;
	} catch {
		return undefined;
	}
}

/** A page in the place of a file, or a server that cannot answer now, is no answer. */
function isUsable(response: Response, address: string): boolean {
	return response.status < 500 && !(response.ok && !fits(address, response));
}

function waitFor(milliseconds: number): Promise<null> {
	return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
