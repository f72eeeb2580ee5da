/**
 * The architecture of a file without configuration: the published RepGhostNet or GhostNet table, its
 * width and number of classes read off the shapes.
 */
import {
	architectureLabel,
	createArchitecture,
	lastChannels,
	planBottlenecks,
	PUBLISHED_WIDTHS,
	stemChannels,
	type Architecture,
	type Family
} from '#lib/core/network/architecture.ts';
import { joinName } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { MOST_CLASSES } from './weight-config.ts';
import type { NamedEntry } from './weight-names.ts';
import { quote, WeightFileError } from './weight-file-error.ts';

type Entries = ReadonlyMap<string, NamedEntry>;

/** Widths to try: published ones first, then every hundredth from 0.05 to 4. */
function widthsToTry(family: Family): number[] {
	const others = Array.from({ length: 396 }, (_, index) => (index + 5) / 100);
	return [...PUBLISHED_WIDTHS[family], ...others];
}

/**
 * The published architecture that fits the file's shapes best. Whether it fits exactly is for the
 * caller to check, tensor by tensor.
 *
 * @throws WeightFileError when the names belong to another network altogether
 */
export function findPublishedArchitecture(entries: Entries): Architecture {
	const family = findFamily(entries);
	const classes = entries.get('classifier.weight')?.shape[0];
	const architecture = createArchitecture(family, { width: findWidth(family, entries) });
	if (classes === undefined) return architecture;
	if (classes > MOST_CLASSES) {
		throw new WeightFileError(
			`Tensor "classifier.weight": expected at most ${MOST_CLASSES} classes, found ${classes}.`
		);
	}
	return { ...architecture, classes };
}

/**
 * A Ghost module's primary convolution makes half of the channels that the next module takes, a
 * RepGhost module's all of them. Every bottleneck has one vote, so that one wrong shape decides
 * nothing.
 */
function findFamily(entries: Entries): Family {
	let votes = 0;
	for (const key of entries.keys()) {
		const bottleneck = /^(blocks\.\d+\.\d+)\.ghost1\.primary_conv\.0\.weight$/.exec(key)?.[1];
		if (bottleneck === undefined) continue;
		const made = entries.get(key)?.shape[0] ?? 0;
		const taken = entries.get(joinName(bottleneck, 'ghost2.primary_conv.0.weight'))?.shape[1] ?? 0;
		votes += taken === 2 * made ? -1 : 1;
	}
	if (votes === 0) refuseOtherNetwork(entries);
	return votes < 0 ? 'ghostnet' : 'repghostnet';
}

function refuseOtherNetwork(entries: Entries): never {
	const known = new Set(
		(['training-time', 'folded'] as const).flatMap((form) => [
			...graphParameters(buildNetwork(createArchitecture('repghostnet'), form)).keys()
		])
	);
	const foreign = [...entries].find(([key]) => !known.has(key))?.[1].fileName;
	const found =
		foreign === undefined
			? 'no Ghost or RepGhost module'
			: `tensor ${quote(foreign)}, which neither has`;
	throw new WeightFileError(
		`This is another network: expected the tensors of a RepGhostNet or GhostNet, such as "blocks.0.0.ghost1.primary_conv.0.weight", found ${found}.`
	);
}

/** The width whose rounded channels differ least often from those in the file. */
function findWidth(family: Family, entries: Entries): number {
	let best = { width: 1, misses: Infinity };
	for (const width of widthsToTry(family)) {
		const misses = countMisses(createArchitecture(family, { width }), entries);
		if (misses < best.misses) best = { width, misses };
		if (misses === 0) break;
	}
	return best.width;
}

/** How many of the output channels that depend on the width differ; absent tensors do not count. */
function countMisses(architecture: Architecture, entries: Entries): number {
	const expected: [string, number][] = [
		['conv_stem', stemChannels(architecture)],
		...planBottlenecks(architecture).flatMap(
			({ name, midChannels, outChannels }): [string, number][] => [
				[`${name}.ghost1.primary_conv.0`, moduleChannels(architecture.family, midChannels)],
				[`${name}.ghost2.primary_conv.0`, moduleChannels(architecture.family, outChannels)]
			]
		),
		[`blocks.${architecture.stages.length}.0.conv`, lastChannels(architecture)]
	];
	return expected.filter(([name, channels]) => {
		const found = entries.get(`${name}.weight`)?.shape[0];
		return found !== undefined && found !== channels;
	}).length;
}

function moduleChannels(family: Family, channels: number): number {
	return family === 'ghostnet' ? Math.ceil(channels / 2) : channels;
}

/** `RepGhostNet 0.5×, folded`, for messages. */
export function networkLabel(architecture: Architecture, form: string): string {
	return `${architectureLabel(architecture)}, ${form}`;
}
