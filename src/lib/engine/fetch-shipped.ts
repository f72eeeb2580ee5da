/** Fetches a weight file of this site and holds it against its model card before anything is parsed. */
import { hashBytes } from './hash.ts';
import type { ShippedFile } from './protocol.ts';

/**
 * @param onProgress hears 0 to 1
 * @returns exactly the bytes that the card names
 * @throws Error with one sentence: no connection, an answer that is no file, another length, another hash
 */
export async function fetchShipped(
	{ fileName, address, bytes: expected, sha256 }: ShippedFile,
	signal: AbortSignal,
	onProgress: (done: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const response = await request(fileName, address, signal);
	const bytes = new Uint8Array(expected);
	let length = 0;
	onProgress(0);
	for await (const piece of pieces(fileName, response, signal)) {
		if (length + piece.length > expected) {
			throw new Error(
				`${fileName}: expected ${expected} bytes, as its model card says, found more. The file was changed.`
			);
		}
		bytes.set(piece, length);
		length += piece.length;
		onProgress(length / expected);
	}
	if (length < expected) {
		throw new Error(
			`${fileName}: expected ${expected} bytes, as its model card says, found ${length}. The file arrived incomplete.`
		);
	}
	const found = await hashBytes(bytes);
	if (found !== sha256) {
		throw new Error(
			`${fileName}: expected the SHA-256 ${shorten(sha256)}, as its model card says, found ${shorten(found)}. The file was damaged or changed.`
		);
	}
	return bytes;
}

async function request(fileName: string, address: string, signal: AbortSignal): Promise<Response> {
	let response: Response;
	try {
		// A file and its card belong together: neither may come from an older visit unasked.
		response = await fetch(address, { signal, cache: 'no-cache' });
	} catch (cause) {
		signal.throwIfAborted();
		throw new Error(`${fileName} could not be fetched: this site did not answer.`, { cause });
	}
	if (!response.ok) {
		throw new Error(
			`${fileName} could not be fetched: this site answered with status ${response.status}.`
		);
	}
	return response;
}

async function* pieces(
	fileName: string,
	{ body }: Response,
	signal: AbortSignal
): AsyncGenerator<Uint8Array> {
	const reader = body?.getReader();
	if (!reader) return;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} catch (cause) {
		signal.throwIfAborted();
		throw new Error(`${fileName} could not be fetched: the connection broke off.`, { cause });
	} finally {
		// Ends the transfer when the reader gives up half-way; at the end it does nothing.
		await reader.cancel().catch(() => undefined);
	}
}

function shorten(hash: string): string {
	return `${hash.slice(0, 12)}…`;
}
