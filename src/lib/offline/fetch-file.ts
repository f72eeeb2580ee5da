/**
 * One file of a build, from where it can be had: other copies, what the browser has kept of the visit, and
 * the host. Whoever answers is believed only if length and SHA-256 are those of the build's list.
 */
import { COPY_HEADER, fits } from './addresses.ts';
import type { Build, Copy } from './copies.ts';
import type { SiteFile } from './site-list.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where files come from. */
export interface FileSource extends Build {
	readonly fetch: typeof fetch;
	readonly signal: AbortSignal;
}

/** Most of a new build is in the copy of the one before. */
export async function findHeld(
	{ scope }: Build,
	copies: readonly Copy[],
	file: SiteFile
): Promise<Bytes | null> {
	const url = new URL(file.address, scope).href;
	for (const copy of copies) {
		// What cannot be read is not there.
		const held = await copy.match(url).catch(() => undefined);
		const bytes = held && (await readBytes(held).catch(() => null));
		if (bytes && (await isRight(bytes, file))) return bytes;
	}
	return null;
}

/** What the page, its workers or its frames have loaded is in the browser's own cache: nobody is asked for it. */
export async function fetchVisited(source: FileSource, file: SiteFile): Promise<Bytes | null> {
	const options = { cache: 'only-if-cached', mode: 'same-origin' } as const;
	// Nothing in the cache, and a browser that knows no such requests, are the same here.
	return fetchRight(source, file, options).catch(() => null);
}

/**
 * Any kept answer does, however old, as long as it is the file.
 * @returns null when the host's answer is not that file
 * @throws when there is no connection
 */
export async function fetchFile(source: FileSource, file: SiteFile): Promise<Bytes | null> {
	return (
		(await fetchRight(source, file, { cache: 'force-cache' })) ??
		(await fetchRight(source, file, { cache: 'reload' }))
	);
}

async function fetchRight(
	source: FileSource,
	file: SiteFile,
	options: RequestInit
): Promise<Bytes | null> {
	const response = await request(source, file.address, options);
	if (response.status !== 200 || !fits(file.address, response)) return null;
	const bytes = await readBytes(response);
	return (await isRight(bytes, file)) ? bytes : null;
}

/** Marked, so that the service worker lets the page's own requests go first. */
export async function request(
	{ scope, fetch, signal }: FileSource,
	address: string,
	options: RequestInit
): Promise<Response> {
	const headers = { [COPY_HEADER]: '1' };
	return fetch(new URL(address, scope).href, { ...options, headers, priority: 'low', signal });
}

async function readBytes(response: Response): Promise<Bytes> {
	return new Uint8Array(await response.arrayBuffer());
}

export async function isRight(bytes: Bytes, file: SiteFile): Promise<boolean> {
	if (bytes.length !== file.bytes) return false;
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const text = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return text === file.sha256;
}
