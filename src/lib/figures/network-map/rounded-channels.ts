/** The channel counts of a block of RepGhostNet, from the table's number to the rounded one. */
import { createArchitecture, lastChannels, stemChannels } from '#lib/core/network/architecture.ts';
import type { NetworkBlockId } from '#lib/core/cost/network-cost.ts';
import { explainRounding, type Rounding } from '#lib/core/network/round-channels.ts';

interface RoundedChannels extends Rounding {
	readonly where: 'stem' | 'mid' | 'out' | 'squeeze' | 'last' | 'head';
	/** What is multiplied: the table's channels; inside SE the middle's rounded channels. */
	readonly base: number;
	/** By what: the width; a quarter inside SE; 1 where nothing is scaled. */
	readonly factor: number;
}

/** A quarter of the middle's channels, rounded like all others. */
const SQUEEZE = 0.25;

export function roundedChannels(block: NetworkBlockId, width: number): RoundedChannels[] {
	const rounded = (where: RoundedChannels['where'], base: number, factor = width) => ({
		...{ where, base, factor },
		...explainRounding(base * factor)
	});
	const architecture = createArchitecture('repghostnet', { width: 1 });
	if (block === 'stem') return [rounded('stem', stemChannels(architecture))];
	if (block === 'last') return [rounded('last', lastChannels(architecture))];
	if (block === 'head') return [rounded('head', architecture.head, 1)];
	const row = architecture.stages.flat()[Number(block) - 1]!;
	const mid = rounded('mid', row.expansion);
	const all = [mid, rounded('out', row.out)];
	return row.squeezeExcite ? [...all, rounded('squeeze', mid.result, SQUEEZE)] : all;
}
