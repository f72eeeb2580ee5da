/** What the parts of the comparison are given, made from two runs. */
import { topOfEither, type Agreement } from '#lib/core/maps/predictions.ts';
import type { ComparedTimes, RunDifferences } from '#lib/state/network/comparison.svelte.ts';
import { pictureKey } from '#lib/state/network/choices.ts';
import { logitDifference } from '#lib/state/network/comparison-results.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import { findPublished, MODELS, PUBLISHED, SHIPPED } from '#lib/state/weights/models.ts';
import {
	formatBytes,
	formatCount,
	formatExponent,
	formatLargeCount,
	formatMilliseconds,
	formatPercent,
	formatValue
} from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['compare'];

/** Whether A and B compute the same in other forms, so that rounding alone may part them. */
export function computesTheSame(a: Run, b: Run): boolean {
	return hasSameWeights(a, b) && hasSamePicture(a, b);
}

function hasSameWeights(a: Run, b: Run): boolean {
	return a.network.sha256 === b.network.sha256 && a.network.branch === b.network.branch;
}

function hasSamePicture(a: Run, b: Run): boolean {
	const sizes = [a, b].map(({ picture }) => picture.input.shape.join());
	const keys = [a, b].map(({ choices }) => pictureKey(choices.picture));
	return sizes[0] === sizes[1] && keys[0] === keys[1];
}

/** The classes among the top five of either, with both logits; null where they know other classes. */
export function classRows(a: Run, b: Run, unnamed: (index: string) => string) {
	if (!logitDifference(a, b)) return null;
	return topOfEither(a.result.logits, b.result.logits).map(({ index, a: one, b: other }) => ({
		name: (a.network.labels ?? b.network.labels)?.[index] ?? unnamed(String(index)),
		shares: [formatPercent(one.probability), formatPercent(other.probability)] as const,
		logits: [formatValue(one.logit), formatValue(other.logit)] as const,
		difference: one.logit - other.logit
	}));
}

/** A difference in e-notation, an exact zero as `0`. */
export function sayDifference(value: number): string {
	return value === 0 ? '0' : `${value < 0 ? '−' : ''}${formatExponent(Math.abs(value))}`;
}

/** What the largest difference of a logit means. */
export function verdict(agreement: Agreement, a: Run, b: Run, words: Words): string {
	if (agreement.within) return words.equal;
	if (!hasSameWeights(a, b)) return words.twoNetworks;
	return hasSamePicture(a, b) ? words.notEqual : words.twoPictures;
}

/** Costs of both, with B as a share of A. */
export function costRows({ a, b, times }: RunDifferences, words: Words) {
	const [one, other] = [a.form, b.form];
	const time = timesOf({ a, b, times });
	const row = (what: string, values: readonly [number, number], format: (n: number) => string) => ({
		what,
		a: format(values[0]),
		b: format(values[1]),
		ratio: values[0] > 0 ? `${(values[1] / values[0]).toFixed(2)}×` : '–'
	});
	return [
		row(words.parameters, [one.parameters, other.parameters], formatCount),
		row(words.macs, [one.macs, other.macs], formatLargeCount),
		row(words.bytesMoved, [one.bytesMoved, other.bytesMoved], formatBytes),
		row(words.peakMemory, [one.peakActivationBytes, other.peakActivationBytes], formatBytes),
		row(words.time, time, formatMilliseconds)
	];
}

function timesOf({
	a,
	b,
	times
}: {
	a: Run;
	b: Run;
	times: ComparedTimes | null;
}): readonly [number, number] {
	return times ? [times.a, times.b] : [a.result.milliseconds, b.result.milliseconds];
}

/** The layers as the chart takes them. */
export function layerRows({ layers }: RunDifferences) {
	return layers.map(({ name, a, b, difference }) => ({
		name,
		shapeA: a?.shape ?? null,
		shapeB: b?.shape ?? null,
		difference
	}));
}

/** One network as the graph difference takes it. */
export function graphOf({ network, result, picture }: Run) {
	const [, channels = 0, rows = 0, columns = 0] = picture.input.shape;
	return {
		name: network.name,
		architecture: network.architecture,
		form: result.form,
		picture: [channels, rows, columns] as const
	};
}

/**
 * The menu of networks for B: of published weights those that are on this computer.
 * @param file in the menu, too; null: none
 */
export function networkGroups(
	kept: ReadonlySet<string>,
	file: string | null,
	{ network: words, published }: Pick<Strings, 'network' | 'published'>
) {
	const here = PUBLISHED.filter(({ slug }) => kept.has(slug) && findPublished(slug));
	return [
		{
			label: words.shippedGroup,
			options: SHIPPED.map(({ slug, label }) => ({ value: slug, label }))
		},
		{
			label: published.group,
			options: here.map(({ slug, label }) => ({ value: slug, label: published.keptOption(label) }))
		},
		...(['RepGhostNet', 'GhostNet'] as const).map((label) => ({
			label,
			options: MODELS.filter(({ family }) => family === label.toLowerCase()).map((model) => ({
				value: model.slug,
				label: words.untrainedOption(model.label)
			}))
		})),
		{ label: words.yourFile, options: file === null ? [] : [{ value: 'file', label: file }] }
	].filter(({ options }) => options.length > 0);
}
