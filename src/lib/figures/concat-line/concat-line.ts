/** Every join inside the modules of a network, in the order in which they run, as bars. */
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { countGraph } from '#lib/core/cost/counts.ts';
import type { Form } from '#lib/core/graph.ts';
import { moduleJoins, type JoinInNetwork } from '#lib/core/cost/join-traffic.ts';
import { buildNetwork } from '#lib/core/network/network.ts';

export const NETWORKS = ['ghost', 'training', 'folded'] as const;
type NetworkChoice = (typeof NETWORKS)[number];

const CHOICES: Readonly<Record<NetworkChoice, { readonly family: Family; readonly form: Form }>> = {
	ghost: { family: 'ghostnet', form: 'folded' },
	training: { family: 'repghostnet', form: 'training-time' },
	folded: { family: 'repghostnet', form: 'folded' }
};

/** The networks are counted for pictures of 224 × 224, as in the papers. */
const PICTURE_SIDE = 224;

interface JoinBar extends JoinInNetwork {
	/** From 1. */
	readonly number: number;
	/** Bytes of this and all joins before. */
	readonly running: number;
	/** Of the largest bar, from 0 to 1. */
	readonly share: number;
}

/** Joins on maps of one size, one beside the other. */
export interface JoinGroup {
	readonly side: number;
	readonly bars: readonly JoinBar[];
}

interface JoinLine {
	readonly groups: readonly JoinGroup[];
	readonly count: number;
	readonly bytes: number;
	readonly values: number;
	/** Of all bytes that activations move in this network, from 0 to 1. */
	readonly share: number;
}

export function joinLine(network: NetworkChoice, width: number): JoinLine {
	const { family, form } = CHOICES[network];
	const graph = buildNetwork(createArchitecture(family, { width }), form);
	const joins = moduleJoins(graph, PICTURE_SIDE);
	const largest = Math.max(...joins.map(({ bytes }) => bytes));
	const bars: JoinBar[] = [];
	let running = 0;
	for (const [index, join] of joins.entries()) {
		running += join.bytes;
		bars.push({ ...join, number: index + 1, running, share: join.bytes / largest });
	}
	const all = countGraph(graph, [1, graph.inputChannels, PICTURE_SIDE, PICTURE_SIDE]);
	return {
		groups: groupBySide(bars),
		count: bars.length,
		bytes: running,
		values: bars.reduce((sum, { values }) => sum + values, 0),
		share: running / all.activationBytes
	};
}

function groupBySide(bars: readonly JoinBar[]): JoinGroup[] {
	const groups: { side: number; bars: JoinBar[] }[] = [];
	for (const bar of bars) {
		const last = groups.at(-1);
		if (last?.side === bar.side) last.bars.push(bar);
		else groups.push({ side: bar.side, bars: [bar] });
	}
	return groups;
}
