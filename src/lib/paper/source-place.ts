/** What a source is and where: in words that stand alone, and as an address for a link. */
import { sources } from './sources.ts';

interface SourcePlace {
	readonly text: string;
	/** Null where the dossier names a place without an address. */
	readonly url: string | null;
}

/** What the dossier means by "same repo", by the first letters of the key. */
const REPOSITORIES: readonly (readonly [start: string, repository: string])[] = [
	['rg_', 'github.com/ChengpengChen/RepGhost'],
	['gn_', 'github.com/huawei-noah/Efficient-AI-Backbones']
];

/** `arxiv.org/html/2211.06088v2`, up to a space or a comma. */
const ADDRESS = /^(?:[a-z0-9-]+\.)+[a-z]+\/[^\s,()]+/;
/** `apple/ml-mobileone`: a repository of GitHub. */
const OWNER_AND_NAME = /^[\w-]+\/[\w.-]+/;
const COMMIT = /(?:@|commit )([0-9a-f]{7})/;

export function sourcePlace(key: string): SourcePlace {
	const own = REPOSITORIES.find(([start]) => key.startsWith(start))?.[1] ?? '';
	const text = (sources[key]?.where ?? '').replace(/^same repo\b/, own);
	const address = ADDRESS.exec(text)?.[0] ?? repositoryIn(text);
	if (address === null) return { text, url: null };
	const commit = COMMIT.exec(text)?.[1];
	const isRepository = /^github\.com\/[^/]+\/[^/]+$/.test(address);
	const end = isRepository && commit !== undefined ? `/tree/${commit}` : '';
	return { text, url: `https://${address}${end}` };
}

/** What a source is, without the name of a script that is not in this project. */
export function sourceTitle(key: string): string {
	return (sources[key]?.what ?? key).replace(/ \(src\/[^)]*\)$/, '');
}

function repositoryIn(text: string): string | null {
	const name = OWNER_AND_NAME.exec(text)?.[0];
	return name === undefined ? null : `github.com/${name}`;
}
