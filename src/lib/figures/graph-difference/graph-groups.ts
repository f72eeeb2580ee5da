/** Blocks of two networks that differ in the same way, as the page and a saved sheet list them. */
import {
	compareGraphs,
	groupBlocks,
	type BlockDifference,
	type GraphDifference,
	type KindCount
} from '#lib/core/graph-difference.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { formatCount } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { blockNames, countRows } from './graph-words.ts';
import type { Props } from './props.ts';

type Words = Strings['compare']['graph'];

export interface NamedGroup {
	/** The block that is drawn for all of the group. */
	readonly first: BlockDifference;
	/** The others, in running order. */
	readonly alike: readonly BlockDifference[];
	/** Of the first. */
	readonly name: string;
	/** Which blocks, and how many operations each has. */
	readonly title: string;
}

/** @throws Error when a picture does not fit its network */
export function differenceOf({ a, b }: Props): GraphDifference {
	const [one, other] = [a, b].map(({ architecture, form }) => buildNetwork(architecture, form));
	return compareGraphs(one!, other!, { a: a.picture, b: b.picture });
}

/** The groups of a difference, in running order of their first blocks. */
export function nameGroups({ blocks }: GraphDifference, words: Words): NamedGroup[] {
	return groupBlocks(blocks).map(({ first, alike }) => {
		const all = [first, ...alike];
		const names = blockNames(all, words);
		const { a, b } = countRows(first);
		const line = alike.length > 0 ? words.group : words.single;
		return {
			...{ first, alike, name: blockNames([first], words) },
			title: first.isSame
				? words.sameGroup(words.parts(String(all.length)), names)
				: line(names, a, b)
		};
	});
}

/** The cells behind the name of a kind, in the order of `words.columns`. */
export function kindCells({ a, b, same, changed, onlyA, onlyB }: KindCount): string[] {
	return [a, b, same, changed, onlyA, onlyB].map((count) => formatCount(count));
}
