/** Which of the site's addresses a mistyped one may have meant. */
import { editDistance } from '#lib/strings/edit-distance.ts';

/** Shorter pieces of an address are in too many others. */
const TELLING = 4;

/** Of an address's letters, how many may be wrong. */
const SHARE = 0.34;

/**
 * The known address nearest to a path, or null when none is near: one that differs in few letters, or
 * one that holds the last piece of the path.
 * @param path from the site's root, with any slashes: `/lesson/folding/`
 */
export function nearestAddress(path: string, known: readonly string[]): string | null {
	const wanted = plain(path);
	const last = wanted.split('/').at(-1)!;
	const ranked = known
		.map((address) => ({ address, distance: editDistance(wanted, plain(address)) }))
		.sort((a, b) => a.distance - b.distance);
	const nearest = ranked.find(({ address, distance }) => distance <= plain(address).length * SHARE);
	if (nearest) return nearest.address;
	if (last.length < TELLING) return null;
	return ranked.find(({ address }) => plain(address).includes(last))?.address ?? null;
}

/** Letters and slashes alone, without an ending. */
function plain(path: string): string {
	const end = path.toLowerCase().replace(/(index)?\.html?$/, '');
	return end.split('/').filter(Boolean).join('/');
}
