/**
 * One download of a published weight file. A connection that breaks off, or a reader who cancels, loses
 * nothing: the next `run` asks for the rest. What arrives is held against the listing (length, SHA-256)
 * and against the network it should be, before anybody gets to see it.
 */
import { architectureLabel, type Architecture } from '#lib/core/network/architecture.ts';
import { bytesSource, identifyWeights } from '#lib/export/weight-file.ts';
import { hashBytes } from './hash.ts';
import { withTimeLimit } from './time-limit.ts';
import { ask, type RemoteFile } from './weight-places.ts';

/** A file that is what it should be. */
export interface CheckedFile extends Pick<RemoteFile, 'sha256' | 'from'> {
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Hears how many bytes are here, and of how many once that is known. */
type TellBytes = (done: number, total: number | null) => void;

/** Milliseconds without a single byte after which a connection is given up. */
const PATIENCE = 30_000;

export class PublishedDownload {
	readonly #network: Pick<Architecture, 'family' | 'width'>;
	readonly #find: (signal: AbortSignal) => Promise<RemoteFile>;
	#file: RemoteFile | null = null;
	/** As long as the listing says; the first `#done` of them have arrived. */
	#bytes = new Uint8Array();
	#done = 0;

	/**
	 * @param network what the file has to hold
	 * @param find asks a place for its listing
	 */
	constructor(
		network: Pick<Architecture, 'family' | 'width'>,
		find: (signal: AbortSignal) => Promise<RemoteFile>
	) {
		this.#network = network;
		this.#find = find;
	}

	/** Bytes that a next run need not fetch again. */
	get arrived(): number {
		return this.#done;
	}

	/**
	 * Fetches what is missing.
	 * @throws Error with one sentence that says what was expected and what was found; the signal's reason
	 * when it is aborted
	 */
	async run(signal: AbortSignal, tell: TellBytes): Promise<CheckedFile> {
		tell(this.#done, this.#file?.bytes ?? null);
		this.#file ??= await this.#find(signal);
		const { bytes: total, from, sha256 } = this.#file;
		if (this.#bytes.length !== total) this.#bytes = new Uint8Array(total);
		tell(this.#done, total);
		if (this.#done < total) await this.#receive(this.#file, signal, tell);
		tell(total, total);
		const bytes = this.#bytes;
		await this.#orForget(() => checkFile(bytes, this.#network, sha256));
		this.#forget();
		return { bytes, sha256, from };
	}

	async #receive(file: RemoteFile, signal: AbortSignal, tell: TellBytes): Promise<void> {
		const response = await this.#request(file, signal);
		tell(this.#done, file.bytes);
		for await (const piece of pieces(response, file, () => this.#done, signal)) {
			if (this.#done + piece.length > file.bytes) {
				await this.#refuse(`expected ${file.bytes} bytes, as its listing says, found more`);
			}
			this.#bytes.set(piece, this.#done);
			this.#done += piece.length;
			tell(this.#done, file.bytes);
		}
		if (this.#done < file.bytes) {
			await this.#refuse(`expected ${file.bytes} bytes, as its listing says, found ${this.#done}`);
		}
	}

	/** Asks for the rest where something is here; a server that does not go on there starts over. */
	async #request(file: RemoteFile, signal: AbortSignal): Promise<Response> {
		const { address, from } = file;
		const begin = this.#done;
		if (begin > 0) {
			const rest = await ask(address, from, { signal, headers: { range: `bytes=${begin}-` } });
			if (rest.status === 206 && continuesAt(rest, begin)) return rest;
			this.#done = 0;
			if (rest.status === 200) return this.#checkAnswer(rest, file);
			await rest.body?.cancel();
		}
		return this.#checkAnswer(await ask(address, from, { signal }), file);
	}

	async #checkAnswer(response: Response, { from }: RemoteFile): Promise<Response> {
		const type = response.headers.get('content-type') ?? '';
		const isPage = response.ok && /^text\/html\b/i.test(type);
		if (response.ok && !isPage) return response;
		await response.body?.cancel();
		if (isPage) {
			return this.#refuse(
				'expected a weight file, found a web page; perhaps this connection wants a log-in first'
			);
		}
		throw new Error(`The file could not be had: ${from} answered with status ${response.status}.`);
	}

	/** Nothing of it is used again: not the bytes, nor the listing that they did not fit. */
	async #refuse(sentence: string): Promise<never> {
		return this.#orForget(() => Promise.reject(new Error(`The file was refused: ${sentence}.`)));
	}

	async #orForget<T>(work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			this.#forget();
			throw error;
		}
	}

	#forget(): void {
		this.#file = null;
		this.#bytes = new Uint8Array();
		this.#done = 0;
	}
}

/** Where the answer begins is readable only if the server allows it; the hash has the last word. */
function continuesAt(response: Response, begin: number): boolean {
	const range = response.headers.get('content-range');
	return range === null || range.startsWith(`bytes ${begin}-`);
}

async function checkFile(
	bytes: Uint8Array<ArrayBuffer>,
	network: Pick<Architecture, 'family' | 'width'>,
	sha256: string
): Promise<void> {
	const found = await hashBytes(bytes);
	if (found !== sha256) {
		throw new Error(
			`The file was refused: expected the SHA-256 ${sha256.slice(0, 12)}…, as its listing says, found ${found.slice(0, 12)}…. It was damaged or changed on its way.`
		);
	}
	const { architecture } = await identifyWeights(bytesSource(bytes));
	const label = architectureLabel(architecture);
	if (label !== architectureLabel(network)) {
		throw new Error(
			`The file was refused: expected ${architectureLabel(network)}, found ${label}.`
		);
	}
}

async function* pieces(
	{ body }: Response,
	{ bytes, from }: RemoteFile,
	done: () => number,
	signal: AbortSignal
): AsyncGenerator<Uint8Array> {
	const reader = body?.getReader();
	if (!reader) return;
	const late = `${from} sent nothing for ${PATIENCE / 1000} seconds.`;
	try {
		for (;;) {
			const { done: ended, value } = await withTimeLimit(reader.read(), PATIENCE, late);
			if (ended) return;
			yield value;
		}
	} catch (cause) {
		signal.throwIfAborted();
		if (cause instanceof Error && cause.message === late) throw cause;
		throw new Error(`The connection broke off after ${done()} of ${bytes} bytes.`, { cause });
	} finally {
		// Ends the transfer when the reader gives up half-way; at the end it does nothing.
		await reader.cancel().catch(() => undefined);
	}
}
