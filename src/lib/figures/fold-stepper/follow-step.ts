/**
 * Following a number of the stepper back: through the maps of the run, and from a weight on through the
 * fold that made it.
 */
import { foldValue, followFold, type FoldSource } from '#lib/core/follow/follow-fold.ts';
import type { GraphRunRecord, GraphSource } from '#lib/core/follow/follow-run.ts';
import { followSource } from '#lib/core/follow/follow.ts';
import type { Factor, Followed } from '#lib/core/follow/follow-term.ts';
import { stepWeights, type FoldMistakes } from '#lib/core/fold/fold-procedure.ts';
import { partNodes, type ChannelTensors, type FoldStepView } from '#lib/core/fold/fold-view.ts';
import { branchInput } from '#lib/core/fold/fold-graphs.ts';
import type { ModulePlan } from '#lib/core/network/modules.ts';
import type { FoldStepRecord } from '#lib/engine/live-protocol.ts';
import { graphSourceName, type SourceName } from '#lib/figures/follow-number/follow-words.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { OWN_KEYS, type StagePlace } from './stage-context.ts';
import type { MapPart } from './stage.ts';
import type { TensorPart } from './symbols.ts';

export type StepSource = FoldSource | GraphSource;

const TAPS = 9;
const MAPS: readonly string[] = [
	'x',
	'depthwise',
	'identity',
	'sum',
	'reference',
	'soFar',
	'difference'
] satisfies MapPart[];

export function isMapPlace(place: StagePlace): place is StagePlace & { readonly part: MapPart } {
	return MAPS.includes(place.part);
}

/** Everything that a number of one step can be followed through. */
export interface StepTrail {
	readonly view: FoldStepView;
	readonly mistakes: FoldMistakes;
	/** Null while only tensors of the fold are followed. */
	readonly run: GraphRunRecord | null;
	/** Which tensor of the fold stands under a key of the run's weights. */
	readonly partOf: ReadonlyMap<string, keyof ChannelTensors>;
}

/** The run that a map belongs to, and where the number stands in it. */
export function mapSource(
	{ original, soFar }: FoldStepRecord,
	plan: ModulePlan,
	channel: number,
	{ part, index }: StagePlace & { readonly part: MapPart }
): { readonly run: GraphRunRecord; readonly source: GraphSource } {
	const run = part === 'reference' ? original : soFar;
	const parts = partNodes(run.graph);
	const node =
		part === 'x'
			? branchInput(plan)
			: part === 'reference' || part === 'soFar' || part === 'difference'
				? run.graph.output
				: (parts[part] ?? run.graph.output);
	const columns = run.maps.get(node)!.shape[3]!;
	const place = [0, channel, Math.floor(index / columns), index % columns] as const;
	return { run, source: { kind: 'value', node, place } };
}

/** A tensor's number as a source; γ/σ's root is none of the module's tensors. */
export function tensorSource({ part, index }: StagePlace): FoldSource {
	if (part === 'deviation') return { kind: 'deviation', of: 'variance' };
	if (part === 'identityDeviation') return { kind: 'deviation', of: 'identityVariance' };
	return { kind: 'tensor', name: part as keyof ChannelTensors, index };
}

/** Names of tensors in place of tensors: whose work each weight of the step's graph is. */
export function weightParts(view: FoldStepView): ReadonlyMap<string, keyof ChannelTensors> {
	const own = Object.entries(OWN_KEYS).map(([part, key]) => [key, part] as const);
	const names = Object.keys(view.tensors).map((name) => [name, name]);
	const parts = stepWeights<string>(view.step, new Map(own), Object.fromEntries(names));
	return parts as ReadonlyMap<string, keyof ChannelTensors>;
}

/** What the number at `source` was made of. */
export function followStep(trail: StepTrail, source: StepSource): Followed<StepSource> {
	if (source.kind === 'tensor' || source.kind === 'deviation') {
		return followFold({ tensors: trail.view.tensors, mistakes: trail.mistakes }, source);
	}
	const made = foldSourceOf(trail, source);
	if (made) return followStep(trail, made);
	if (!trail.run) throw new Error('Nothing was run that this number could stand in.');
	const followed: Followed<StepSource> = followSource(trail.run, source);
	const lead = (factor: Factor<StepSource>): Factor<StepSource> => ({
		...factor,
		source: factor.source && (foldSourceOf(trail, factor.source) ?? factor.source)
	});
	return {
		...followed,
		terms: followed.terms.map((term) => ({ ...term, factors: term.factors.map(lead) }))
	};
}

/** The tensor of the fold that a weight is, or null when the fold did not make it. */
function foldSourceOf({ view, partOf }: StepTrail, source: StepSource): FoldSource | null {
	if (source.kind !== 'weight') return null;
	const name = partOf.get(source.key);
	if (name === undefined) return null;
	const value = view.tensors[name];
	const perChannel = typeof value === 'number' ? 1 : TAPS;
	const index = source.index - view.channel * perChannel;
	const place = { kind: 'tensor', name, index } as const;
	return Number.isNaN(foldValue({ tensors: view.tensors }, place)) ? null : place;
}

/** What a place is called. */
export function stepSourceName(trail: StepTrail, source: StepSource, words: Strings): SourceName {
	const { fold, tensors } = words;
	if (source.kind === 'deviation') {
		const part: TensorPart = source.of === 'variance' ? 'deviation' : 'identityDeviation';
		return { short: fold.parts[part], full: fold.parts[part] };
	}
	if (source.kind === 'tensor') {
		const name = fold.parts[source.name];
		const [short = name] = name.split(',');
		const isKernel = typeof trail.view.tensors[source.name] === 'object';
		const { index } = source;
		const tap = fold.tapAt(Math.floor(index / 3) + 1, (index % 3) + 1);
		return { short, full: isKernel ? `${name}, ${tap}` : name };
	}
	if (!trail.run) return { short: '', full: '' };
	return graphSourceName(trail.run, source, tensors);
}
