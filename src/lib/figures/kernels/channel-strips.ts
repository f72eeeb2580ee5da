/** What belongs to each channel beside its kernel, as rows of one number per channel. */
import type { Strings } from '#lib/strings/strings.ts';
import { scaleAndShift } from './kernel-data.ts';
import type { Norm, Props } from './props.ts';

interface Strip {
	readonly name: string;
	readonly values: Float32Array;
}

interface ChannelNumber {
	readonly name: string;
	readonly value: number;
}

type Words = Strings['layerKernels'];

/** Of the form on view: a bias, or what batch norms amount to. */
export function channelStrips({ form, trained, folded }: Props, words: Words): Strip[] {
	if (form === 'folded' || !trained) {
		const bias = (folded ?? trained)?.bias;
		return bias ? [{ name: words.bias, values: bias }] : [];
	}
	const { bias, norm, branches } = trained;
	return [
		...(bias ? [{ name: words.bias, values: bias }] : []),
		...(norm ? normStrips(norm, words.normScale, words.normShift) : []),
		...branches.flatMap((branch) =>
			branch ? normStrips(branch, words.branchScale, words.branchShift) : []
		)
	];
}

function normStrips(norm: Norm, scaleName: string, shiftName: string): Strip[] {
	const { scale, shift } = scaleAndShift(norm);
	return [
		{ name: scaleName, values: Float32Array.from(scale) },
		{ name: shiftName, values: Float32Array.from(shift) }
	];
}

/** The four numbers of each batch norm for one channel; none in the folded form. */
export function channelNumbers(
	{ form, trained }: Props,
	channel: number,
	words: Words
): ChannelNumber[] {
	if (form === 'folded' || !trained) return [];
	const of = (norm: Norm, write: (name: string) => string): ChannelNumber[] =>
		(['gamma', 'beta', 'mean', 'variance'] as const).map((key) => ({
			name: write(words[key]),
			value: norm[key][channel] ?? NaN
		}));
	return [
		...(trained.norm ? of(trained.norm, (name) => name) : []),
		...trained.branches.flatMap((branch) => (branch ? of(branch, words.branchPrefix) : []))
	];
}
