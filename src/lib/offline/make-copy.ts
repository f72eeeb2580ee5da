/**
 * Makes the copy of a build: what is not in it yet is taken from copies of other builds, or fetched, and
 * kept only if length and SHA-256 are those of the build's list. The list itself goes in last. Whatever
 * ends the work half-way, the next time goes on from there.
 */
import { isOfEngine, LIST_ADDRESS, typeOf } from './addresses.ts';
import { copiesInOrder, copyName, type Build, type Copies, type Copy } from './copies.ts';
import {
	fetchFile,
	fetchVisited,
	findHeld,
	request,
	type Bytes,
	type FileSource
} from './fetch-file.ts';
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

export interface CopyWork extends FileSource {
	readonly copies: Copies;
	/** Read every file that is here already, and fetch anew what is damaged. */
	readonly check?: boolean;
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
		const seal = addressOf(work, LIST_ADDRESS);
		if (work.check) await copy.delete(seal);
		const refused = await fillCopy(work, copy, list, (file) => fetchFile(work, file));
		if (refused > 0) return 'refused';
		await orFull(() => copy.put(seal, answer(LIST_ADDRESS, text)));
		return 'whole';
	} catch (error) {
		if (work.signal.aborted) return 'stopped';
		return error instanceof Ended ? error.end : 'broken-off';
	}
}

/**
 * Begins a copy with what a page has used already, so that it opens again without a network before the copy
 * is whole. The page knows its own files alone: what its workers have fetched is found in the browser's cache.
 * Never rejects: whoever makes the whole copy says what is wrong.
 */
export async function copySeen(
	work: CopyWork,
	list: SiteList,
	seen: ReadonlySet<string>
): Promise<void> {
	const files = list.files.filter(({ address }) => seen.has(address) || isOfEngine(address));
	const get = async (file: SiteFile): Promise<Bytes | null> =>
		(await fetchVisited(work, file)) ?? (seen.has(file.address) ? fetchFile(work, file) : null);
	try {
		const copy = await work.copies.open(copyName(work));
		await fillCopy(work, copy, { ...list, files }, get);
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

/** @throws when the host has another build than the page, or no list */
export async function fetchList(
	source: FileSource
): Promise<{ readonly text: string; readonly list: SiteList }> {
	const response = await request(source, LIST_ADDRESS, { cache: 'no-store' });
	const text = response.status === 200 ? await response.text() : '';
	const list = parseSiteList(text);
	if (!list) throw new Ended('broken-off');
	if (list.version !== source.version) throw new Ended('other-build');
	return { text, list };
}

/** Fetches one file, or gives null. */
type Get = (file: SiteFile) => Promise<Bytes | null>;

/** @returns how many files could not be had */
async function fillCopy(work: CopyWork, copy: Copy, list: SiteList, get: Get): Promise<number> {
	const { missing, ...progress } = await measureCopy(copy, work.scope, list);
	const waiting = work.check ? [...list.files] : [...missing];
	let { files, bytes } = work.check ? { files: 0, bytes: 0 } : progress;
	const tell = (): void => work.tell({ ...progress, files, bytes });
	tell();
	let refused = 0;
	const others = await copiesInOrder(work.copies, work);

	async function lane(): Promise<void> {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			work.signal.throwIfAborted();
			if (await keepFile(work, copy, others, file, get)) {
				files += 1;
				bytes += file.bytes;
				tell();
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
	return refused;
}

/** @returns whether the file is in the copy now */
async function keepFile(
	work: CopyWork,
	copy: Copy,
	others: readonly Copy[],
	file: SiteFile,
	get: Get
): Promise<boolean> {
	const url = addressOf(work, file.address);
	if (work.check) {
		if (await findHeld(work, [copy], file)) return true;
		await copy.delete(url);
	}
	const found = (await findHeld(work, others, file)) ?? (await get(file));
	work.signal.throwIfAborted();
	if (found) await orFull(() => copy.put(url, answer(file.address, found)));
	return found !== null;
}

function addressOf({ scope }: Build, address: string): string {
	return new URL(address, scope).href;
}

function answer(address: string, body: BodyInit): Response {
	return new Response(body, { headers: { 'content-type': typeOf(address) } });
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
