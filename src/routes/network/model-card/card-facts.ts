/** What stands in a model card beside the figures, as terms and values. */
import type { ModelCard } from '#lib/state/weights/model-cards.ts';
import { formatCount, formatExponent, formatLargeCount } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['modelCard'];
type Forms = Strings['network']['forms'];

export interface CardFact {
	readonly term: string;
	readonly value: string;
}

/** Everything that decides the weights. */
export function recipeFacts(card: ModelCard, words: Words): CardFact[] {
	const { recipe, data, trainedWith } = card;
	const names: Readonly<Record<string, string>> = words.recipeNames;
	return [
		{ term: words.generator, value: data.generator },
		{ term: words.trainingSeeds, value: seedText(data.trainingSeeds, words) },
		{ term: words.testSeeds, value: seedText(data.testSeeds, words) },
		...Object.entries(recipe).map(([key, value]) => ({
			term: names[key] ?? key,
			value: typeof value === 'number' ? numberText(value) : value
		})),
		{
			term: words.trainedWith,
			value: words.trainedWithValue(
				durationText(trainedWith.seconds),
				formatCount(trainedWith.examplesPerSecond),
				trainedWith.backend,
				trainedWith.node
			)
		}
	];
}

/** Counts of both forms, and the file by which the network is known. */
export function fileFacts({ counts, file }: ModelCard, words: Words, forms: Forms): CardFact[] {
	const rows = (['training-time', 'folded'] as const).flatMap((form) => {
		const { parameters, macs } = counts[form];
		const name = forms[form].toLowerCase();
		return [
			{ term: words.countsOf(name), value: formatCount(parameters) },
			{ term: words.macsOf(name), value: formatLargeCount(macs) }
		];
	});
	const { name, bytes, dtype, sha256 } = file;
	return [
		...rows,
		{ term: words.file, value: words.fileValue(name, formatCount(bytes), dtype) },
		{ term: words.sha256, value: sha256 }
	];
}

function seedText([first, count]: readonly [number, number], words: Words): string {
	if (count === 0) return words.noSeeds;
	return words.seeds(formatCount(first), formatCount(first + count - 1), formatCount(count));
}

/** As the recipe's author would write it: `0.05`, `2.0e-4`, `20,000`. */
function numberText(value: number): string {
	if (Number.isInteger(value)) return formatCount(value);
	return Math.abs(value) < 0.001 ? formatExponent(value) : String(value);
}

/** `4 h 07 min`, `12 min`, `40 s`. */
function durationText(seconds: number): string {
	const minutes = Math.round(seconds / 60);
	if (minutes < 1) return `${Math.round(seconds)} s`;
	if (minutes < 60) return `${minutes} min`;
	return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
