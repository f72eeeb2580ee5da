/**
 * Where published weight files lie: on the model hub, or on this site, where `npm run weights` put them.
 * Length and SHA-256 always come from the place's own listing. The hub's is documented with its client
 * library: `GET /api/models/{repository}/tree/{revision}` lists entries with `type`, `path`, `size` and,
 * for large files, `lfs` with `oid`, the SHA-256 of the file, and `size`; the file itself comes from
 * `GET /{repository}/resolve/{revision}/{path}`, which redirects to a host that holds the bytes.
 */
import * as v from 'valibot';
import { withTimeLimit } from './time-limit.ts';

/** A file at a place, as its listing describes it. */
export interface RemoteFile {
	/** The whole address. */
	readonly address: string;
	readonly bytes: number;
	/** In hexadecimal. */
	readonly sha256: string;
	/** Who has it, in words: `huggingface.co`, `this site`. */
	readonly from: string;
}

export const HUB = 'https://huggingface.co';
const REVISION = 'main';
const HUB_FILE = 'model.safetensors';

/** Far above the largest of the networks here (40 MB): no listing can make the page reserve more. */
const MOST_BYTES = 200_000_000;
const LONGEST_LISTING = 1_000_000;
/** Milliseconds in which a place has to answer. */
const PATIENCE = 30_000;

const bytes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_BYTES));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const listing = v.array(v.looseObject({ path: v.string() }));
const largeFile = v.object({
	type: v.literal('file'),
	size: bytes,
	lfs: v.object({ oid: sha256, size: bytes })
});

/** The list of files that `npm run weights` writes beside them. */
export const siteIndex = v.strictObject({
	version: v.literal(1),
	files: v.array(
		v.strictObject({
			slug: v.string(),
			fileName: v.pipe(v.string(), v.regex(/^[a-z0-9._-]{1,80}\.safetensors$/)),
			bytes,
			sha256,
			/** Where it was fetched from. */
			source: v.string()
		})
	)
});
export type SiteIndex = v.InferOutput<typeof siteIndex>;

export const SITE_INDEX = 'index.json';

/** `timm/repghostnet_050.in1k`: below the hub's address, the network's page. */
export function hubRepository(slug: string): string {
	return `timm/${slug}`;
}

/**
 * Asks the hub for its listing of a network's repository.
 * @param hub another address with the same interface
 * @throws Error with one sentence: who did not answer or how, what was expected and what was found
 */
export async function findOnHub(slug: string, signal: AbortSignal, hub = HUB): Promise<RemoteFile> {
	const repository = hubRepository(slug);
	const from = new URL(hub).host;
	const about = `The list of files of ${repository}`;
	const response = await ask(`${hub}/api/models/${repository}/tree/${REVISION}`, from, {
		signal,
		headers: { accept: 'application/json' }
	});
	if (!response.ok) {
		throw new Error(`${about} could not be had: ${from} answered with status ${response.status}.`);
	}
	const entries = v.safeParse(listing, await readJson(response, about));
	if (!entries.success) {
		throw new Error(`${about}: expected entries with a path, found something else.`);
	}
	const entry = entries.output.find(({ path }) => path === HUB_FILE);
	if (!entry) throw new Error(`${about}: expected ${HUB_FILE}, found no such file.`);
	const file = v.safeParse(largeFile, entry);
	if (!file.success) {
		const [issue] = file.issues;
		throw new Error(
			`${about}, ${HUB_FILE}: expected its length and its SHA-256, found ${issue.received} at ${v.getDotPath(issue)}.`
		);
	}
	const { oid, size } = file.output.lfs;
	const address = `${hub}/${repository}/resolve/${REVISION}/${HUB_FILE}`;
	return { address, bytes: size, sha256: oid, from };
}

/**
 * Looks whether this site has the file.
 * @param folder the whole address of the folder, with a slash at its end
 * @returns null where it has none: most sites have no such folder
 */
export async function findOnSite(
	slug: string,
	folder: URL,
	signal: AbortSignal
): Promise<RemoteFile | null> {
	try {
		const response = await ask(new URL(SITE_INDEX, folder).href, 'this site', { signal });
		if (!response.ok) return null;
		const { files } = v.parse(siteIndex, await readJson(response, SITE_INDEX));
		const file = files.find((candidate) => candidate.slug === slug);
		if (!file) return null;
		const { fileName, bytes: length, sha256: hash } = file;
		const address = new URL(fileName, folder).href;
		return { address, bytes: length, sha256: hash, from: 'this site' };
	} catch {
		signal.throwIfAborted();
		// A site that answers with a page of its own for whatever it does not have.
		return null;
	}
}

/**
 * One request, with a limit to the time until the answer begins.
 * @throws Error with one sentence when there is no answer; the signal's reason when it is aborted
 */
export async function ask(address: string, from: string, init: RequestInit): Promise<Response> {
	const late = `${from} did not answer within ${PATIENCE / 1000} seconds.`;
	try {
		return await withTimeLimit(
			fetch(address, {
				...init,
				cache: 'no-store',
				credentials: 'omit',
				referrerPolicy: 'no-referrer'
			}),
			PATIENCE,
			late
		);
	} catch (cause) {
		init.signal?.throwIfAborted();
		if (cause instanceof Error && cause.message === late) throw cause;
		throw new Error(`${from} could not be reached.`, { cause });
	}
}

async function readJson(response: Response, about: string): Promise<unknown> {
	const text = await response.text();
	try {
		if (text.length > LONGEST_LISTING) throw new Error('too long');
		return JSON.parse(text) as unknown;
	} catch (cause) {
		const found = /^\s*</.test(text) ? 'a web page' : 'something else';
		throw new Error(`${about}: expected JSON, found ${found}.`, { cause });
	}
}
