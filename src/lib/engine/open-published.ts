/** Opens published weights that are on this computer; what is kept may have been changed since. */
import { bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { hashBytes } from './hash.ts';
import { labelsFor } from './imagenet-labels.ts';
import { LoadedNetwork } from './loaded-network.ts';
import type { PublishedFile } from './protocol.ts';

/**
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
