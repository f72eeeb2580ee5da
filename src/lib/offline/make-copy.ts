/**
 * Makes the copy of a build: what is not in it yet is taken from copies of other builds, or fetched, and
 * kept only if length and SHA-256 are those of the build's list. The list itself goes in last. Whatever
 * ends the work half-way, the next time goes on from there.
 */
import { COPY_HEADER, fits, HASHED_FOLDER, LIST_ADDRESS, typeOf } from './addresses.ts';
import { copiesInOrder, copyName, type Build, type Copies, type Copy } from './copies.ts';
import { parseSiteList, type SiteFile, type SiteList } from './site-list.ts';

/** How many files are under way at a time: few, for the page is being used. */
const LANES = 3;

/**
 * How the work ended. `other-build`: the host has another build than the page; `broken-off`: no
 * connection; `refused`: the host sends other bytes than the build wrote; `full`: no room to keep it.
 */
export type CopyEnd = 'whole' | 'other-build' | 'broken-off' | 'refused' | 'full' | 'stopped';

/** How far it is. */
export interface CopyProgress {
	readonly files: number;
	readonly allFiles: number;
	readonly bytes: number;
	readonly allBytes: number;
}

export interface CopyWork extends Build {
	readonly copies: Copies;
	readonly fetch: typeof fetch;
	readonly signal: AbortSignal;
	readonly tell: (progress: CopyProgress) => void;
}

/** Ends the work with a reason. */
class Ended extends Error {
	readonly end: CopyEnd;
	constructor(end: CopyEnd, cause?: unknown) {
		super(end, { cause });
		this.end = end;
	}
}

/** Never rejects. */
export async function makeCopy(work: CopyWork): Promise<CopyEnd> {
	try {
		const { text, list } = await fetchList(work);
		const copy = await orFull(() => work.copies.open(copyName(work)));
		await fillCopy(work, copy, list);
		await orFull(() => copy.put(addressOf(work, LIST_ADDRESS), answer(LIST_ADDRESS, text)));
		return 'whole';
	} catch (error) {
		if (work.signal.aborted) return 'stopped';
		return error instanceof Ended ? error.end : 'broken-off';
	}
}

/**
 * Begins a copy with the files that a page has used already, so that it opens again without a network
 * before the copy is whole. Never rejects: whoever makes the whole copy says what is wrong.
 */
export async function copySeen(work: CopyWork, seen: ReadonlySet<string>): Promise<void> {
	try {
		const { list } = await fetchList(work);
		const copy = await work.copies.open(copyName(work));
		const files = list.files.filter(({ address }) => seen.has(address));
		await fillCopy(work, copy, { ...list, files });
	} catch {
		// As above.
	}
}

/** Adds up what of a list is in a copy. */
export async function measureCopy(
	copy: Copy,
	scope: string,
	{ files }: SiteList
): Promise<CopyProgress & { readonly missing: readonly SiteFile[] }> {
	const held = new Set((await copy.keys()).map(({ url }) => url));
	const missing = files.filter(({ address }) => !held.has(new URL(address, scope).href));
	const allBytes = sumBytes(files);
	const bytes = allBytes - sumBytes(missing);
	return { files: files.length - missing.length, allFiles: files.length, bytes, allBytes, missing };
}

async function fetchList(work: CopyWork): Promise<{ text: string; list: SiteList }> {
	const response = await request(work, LIST_ADDRESS, 'no-store');
	const text = response.status === 200 ? await response.text() : '';
	const list = parseSiteList(text);
	if (!list) throw new Ended('broken-off');
	if (list.version !== work.version) throw new Ended('other-build');
	return { text, list };
}

async function fillCopy(work: CopyWork, copy: Copy, list: SiteList): Promise<void> {
	const { missing, ...progress } = await measureCopy(copy, work.scope, list);
	work.tell(progress);
	let { files, bytes } = progress;
	const waiting = [...missing];
	let refused = 0;
	const others = await copiesInOrder(work.copies, work);

	async function lane(): Promise<void> {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			work.signal.throwIfAborted();
			const found = (await findHeld(work, others, file)) ?? (await fetchFile(work, file));
			work.signal.throwIfAborted();
			if (found) {
				const kept = answer(file.address, found);
				await orFull(() => copy.put(addressOf(work, file.address), kept));
				files += 1;
				bytes += file.bytes;
				work.tell({ ...progress, files, bytes });
			} else {
				refused += 1;
			}
		}
	}

	const lanes = Array.from({ length: LANES }, lane);
	try {
		await Promise.all(lanes);
	} finally {
		// One lane's fault ends all of them, and nothing is written once this has ended.
		waiting.length = 0;
		await Promise.allSettled(lanes);
	}
	if (refused > 0) throw new Ended('refused');
}

/** Most of a new build is in the copy of the one before. */
async function findHeld(
	work: CopyWork,
	others: readonly Copy[],
	file: SiteFile
): Promise<Uint8Array<ArrayBuffer> | null> {
	for (const other of others) {
		const held = await other.match(addressOf(work, file.address));
		const bytes = held && new Uint8Array(await held.arrayBuffer());
		if (bytes && (await isRight(bytes, file))) return bytes;
	}
	return null;
}

/** @returns null when the host's answer is not that file, asked twice */
async function fetchFile(work: CopyWork, file: SiteFile): Promise<Uint8Array<ArrayBuffer> | null> {
	const first = file.address.startsWith(HASHED_FOLDER) ? 'default' : 'no-cache';
	for (const cache of [first, 'reload'] as const) {
		const response = await request(work, file.address, cache);
		if (response.status === 200 && fits(file.address, response)) {
			const bytes = new Uint8Array(await response.arrayBuffer());
			if (await isRight(bytes, file)) return bytes;
		}
	}
	return null;
}

async function request(work: CopyWork, address: string, cache: RequestCache): Promise<Response> {
	const { signal } = work;
	const headers = { [COPY_HEADER]: '1' };
	return work.fetch(addressOf(work, address), { cache, headers, priority: 'low', signal });
}

function addressOf({ scope }: Build, address: string): string {
	return new URL(address, scope).href;
}

function answer(address: string, body: BodyInit): Response {
	return new Response(body, { headers: { 'content-type': typeOf(address) } });
}

async function isRight(bytes: Uint8Array<ArrayBuffer>, file: SiteFile): Promise<boolean> {
	if (bytes.length !== file.bytes) return false;
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const text = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return text === file.sha256;
}

function sumBytes(files: readonly SiteFile[]): number {
	return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Storage that refuses to keep something is full, or was blocked meanwhile. */
async function orFull<T>(keep: () => Promise<T>): Promise<T> {
	try {
		return await keep();
	} catch (cause) {
		throw new Ended('full', cause);
	}
}
