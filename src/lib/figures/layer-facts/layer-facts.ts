/** What a layer and a whole network are in numbers, as words for the page. */
import type { LayerKind } from '#lib/core/graph.ts';
import { formatShape } from '#lib/core/tensor.ts';
import {
	formatBytes,
	formatCount,
	formatLargeCount,
	formatMilliseconds,
	formatPercent,
	formatValue
} from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { Fact } from './props.ts';

type Words = Strings['network'];

interface Counts {
	readonly parameters: number;
	readonly macs: number;
	readonly bytesMoved: number;
}

const OPERATIONS: Readonly<Partial<Record<LayerKind, Fact['operation']>>> = {
	convolution: 'conv',
	linear: 'conv',
	'depthwise convolution': 'dw',
	'batch norm branch': 'bn',
	'squeeze-excite': 'se'
};

/** One layer after a run; `shape` is [channels, rows, columns]. */
export function layerFacts(
	layer: Counts & { readonly kind: LayerKind; readonly shape: readonly number[] },
	result: {
		readonly min: number;
		readonly max: number;
		readonly mean: number;
		readonly zeros: number;
		readonly milliseconds: number | null;
	},
	words: Words
): Fact[] {
	const operation = OPERATIONS[layer.kind];
	return [
		{ term: words.operation, value: layer.kind, ...(operation && { operation }) },
		{ term: words.shape, value: formatShape(layer.shape) },
		{ term: words.range, value: `${formatValue(result.min)} … ${formatValue(result.max)}` },
		{ term: words.mean, value: formatValue(result.mean) },
		{ term: words.zeros, value: formatPercent(result.zeros) },
		{
			term: words.time,
			value: result.milliseconds === null ? words.notTimed : formatMilliseconds(result.milliseconds)
		},
		...countFacts(layer, words)
	];
}

/** The whole network in one form. */
export function networkFacts(
	form: Counts & { readonly peakActivationBytes: number },
	milliseconds: number,
	words: Words
): Fact[] {
	return [
		...countFacts(form, words),
		{ term: words.peakMemory, value: formatBytes(form.peakActivationBytes) },
		{ term: words.thisRun, value: formatMilliseconds(milliseconds) }
	];
}

/** The three facts beside the name of the network; before the first run their places are empty. */
export function headlineFacts(
	form: Counts | undefined,
	milliseconds: number | undefined,
	words: Words
): Fact[] {
	return [
		{ term: words.parameters, value: form ? formatCount(form.parameters) : '–' },
		{ term: words.macs, value: form ? formatLargeCount(form.macs) : '–' },
		{
			term: words.thisRun,
			value: milliseconds === undefined ? '–' : formatMilliseconds(milliseconds)
		}
	];
}

function countFacts({ parameters, macs, bytesMoved }: Counts, words: Words): Fact[] {
	return [
		{ term: words.parameters, value: formatLargeCount(parameters) },
		{ term: words.macs, value: formatLargeCount(macs) },
		{ term: words.bytesMoved, value: formatBytes(bytesMoved) }
	];
}
