/** Names of places on the map. */
import type { NetworkBlockId } from '#lib/core/cost/network-cost.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { BlockFace, Section } from './network-map.ts';

type Words = Strings['networkMap'];

export function sectionName({ id }: Section, words: Words): string {
	return id === 'stem' || id === 'tail' ? words.sections[id] : words.stage(id);
}

export function blockName(block: NetworkBlockId, words: Words): string {
	return block === 'stem' || block === 'last' || block === 'head'
		? words.blocks[block]
		: words.block(block);
}

/** `24 → 36 → 24`. */
export function channelsOf({ inChannels, midChannels, outChannels }: BlockFace, words: Words) {
	return midChannels === null
		? words.plainChannels(inChannels, outChannels)
		: words.channels(inChannels, midChannels, outChannels);
}
