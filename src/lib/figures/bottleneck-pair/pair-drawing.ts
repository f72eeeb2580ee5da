/** The three drawings of a block: laid out alike, with the paper's letters on their wires. */
import {
	blockPartOf,
	PAIR_FORMS,
	type BlockPair,
	type PairForm
} from '#lib/core/network/block-pair.ts';
import { INPUT, type Graph } from '#lib/core/graph.ts';
import { alignSketches, sketchBottleneck } from '#lib/scene/bottleneck-drawing.ts';
import { largestSize, layoutModule } from '#lib/scene/module-drawing.ts';
import type { LayoutOptions } from '#lib/scene/module-scene.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { PairRun } from './pair-run.ts';

interface PairDrawing {
	readonly graph: Graph;
	readonly layout: LayoutOptions;
}

export interface PairDrawings {
	readonly forms: Readonly<Record<PairForm, PairDrawing>>;
	/** Holds any of them. */
	readonly size: { readonly width: number; readonly height: number };
}

/** The branches that folding takes away. */
const BRANCHES = ['ghost1.fusion_bn.0', 'ghost2.fusion_bn.0'];

export function drawPair({ forms }: Pick<PairRun, 'forms'>): PairDrawings {
	const sketches = PAIR_FORMS.map((form) => sketchBottleneck(forms[form].graph));
	const tops = alignSketches(sketches);
	const scenes = sketches.map(({ graph, layout }) => layoutModule(graph, { ...layout, tops }));
	const size = largestSize(scenes);
	const [ghost, training, folded] = sketches.map(({ graph, layout }) => ({
		graph,
		layout: { ...layout, tops, leastHeight: size.height }
	})) as [PairDrawing, PairDrawing, PairDrawing];
	const gone = { graph: training.graph, nodes: BRANCHES };
	const withTraces = {
		...folded.layout,
		gone,
		hidden: training.layout.hidden ?? [],
		faces: new Map([...(training.layout.faces ?? []), ...(folded.layout.faces ?? [])])
	};
	return {
		forms: {
			ghost,
			'training-time': training,
			folded: { graph: folded.graph, layout: withTraces }
		},
		size
	};
}

/** What is written on a wire, and whether it is one of the counts in which the drawings differ. */
interface WireText {
	readonly text: string;
	readonly strong: boolean;
}

/** The text on the wire that leaves a node, where the paper has one. */
export function wireText(
	{ ghost, repghost, number }: BlockPair,
	form: PairForm,
	node: string,
	words: Strings['bottleneck']
): WireText | null {
	const { symbols } = words;
	const isGhost = form === 'ghost';
	/** RepGhost's middle is half of GhostNet's, as far as rounding lets it be. */
	const halfMid = (): string => {
		if (isGhost || 2 * repghost.midChannels === ghost.midChannels) {
			const count = isGhost ? ghost.midChannels / 2 : repghost.midChannels;
			return words.isCount(symbols.halfMid, count);
		}
		const word = isException(number) ? words.isNot : words.isAbout;
		return word(symbols.halfMid, repghost.midChannels);
	};
	if (node === INPUT) {
		return { text: words.isCount(symbols.in, ghost.inChannels), strong: false };
	}
	switch (blockPartOf(node)) {
		case 'primary1':
			return { text: halfMid(), strong: !isGhost && isException(number) };
		case 'join1':
			return {
				text: isGhost ? words.isCount(symbols.mid, ghost.midChannels) : halfMid(),
				strong: true
			};
		case 'primary2':
			return {
				text: isGhost
					? words.isCount(symbols.halfOut, ghost.outChannels / 2)
					: words.isCount(symbols.out, repghost.outChannels),
				strong: true
			};
		case 'shortcut':
			return { text: words.isCount(symbols.out, ghost.outChannels), strong: false };
		default:
			return null;
	}
}

/** Blocks 8 and 9, whose middle is wider than half of GhostNet's. */
export function isException(block: number): boolean {
	return block === 8 || block === 9;
}
