/** The hash by which a weight file is known. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 in hexadecimal. Pages served by plain http, as in some schools, have no `crypto.subtle`. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	if (!globalThis.crypto.subtle) return bytesToHex(sha256(bytes));
	return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
