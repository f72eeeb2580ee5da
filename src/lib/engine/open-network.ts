/** Opens a weight file, the reader's, this site's or a published one, as a network that is ready to run. */
import type { Branch } from '#lib/core/graph.ts';
import { blobSource, bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { fetchShipped } from './fetch-shipped.ts';
import { hashBytes } from './hash.ts';
import { labelsFor } from './imagenet-labels.ts';
import { LoadedNetwork } from './loaded-network.ts';
import type { PublishedFile, ShippedFile } from './protocol.ts';

/**
 * @param branch settles what the file leaves open
 * @param onProgress hears 0 to 1
 * @throws WeightFileError when it is no network
 */
export async function openFile(
	file: File,
	branch: Branch | undefined,
	signal: AbortSignal,
	onProgress: (done: number) => void
): Promise<LoadedNetwork> {
	const opened = await openWeightFile(blobSource(file), {
		...{ signal, onProgress },
		...(branch && { branch })
	});
	const { architecture, form, state, branchIsAGuess } = opened;
	return new LoadedNetwork({
		name: file.name,
		...{ architecture, form, state },
		labels: await labelsFor(opened),
		source: { kind: 'file', fileName: file.name, bytes: file.size, form, branchIsAGuess },
		sha256: await hashBytes(new Uint8Array(await file.arrayBuffer()))
	});
}

/** @param onProgress hears 0 to 1 while the file is fetched */
export async function openShipped(
	file: ShippedFile,
	signal: AbortSignal,
	onProgress: (done: number) => void
): Promise<LoadedNetwork> {
	const { slug, name, fileName, bytes: size, sha256 } = file;
	const bytes = await fetchShipped(file, signal, onProgress);
	const { architecture, form, state, labels } = await openWeightFile(bytesSource(bytes), {
		signal
	});
	const source = { kind: 'shipped', slug, fileName, bytes: size } as const;
	return new LoadedNetwork({ name, architecture, form, state, labels, source, sha256 });
}

/**
 * Opens published weights that are on this computer; what is kept may have been changed since.
 * @param onProgress hears 0 to 1
 * @throws Error with one sentence when the hash is another, WeightFileError when it is no network
 */
export async function openPublished(
	{ slug, name, fileName, blob, sha256 }: PublishedFile,
	signal: AbortSignal,
	onProgress: (done: number) => void
): Promise<LoadedNetwork> {
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const found = await hashBytes(bytes);
	if (found !== sha256) {
		throw new Error(
			`${fileName}: expected the SHA-256 ${sha256.slice(0, 12)}…, found ${found.slice(0, 12)}…. The kept file was damaged, and is removed.`
		);
	}
	const opened = await openWeightFile(bytesSource(bytes), { signal, onProgress });
	const { architecture, form, state } = opened;
	return new LoadedNetwork({
		name,
		...{ architecture, form, state, sha256 },
		labels: await labelsFor(opened),
		source: { kind: 'published', slug, fileName, bytes: bytes.length }
	});
}
