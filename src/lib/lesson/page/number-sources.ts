/**
 * The published numbers of a lesson and where they are from: what is printed in place of the hints, which
 * paper cannot open.
 */
import { formatPublished } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { numberHint } from './hints.ts';
import type { PublishedNumber } from '#lib/lesson/lesson.ts';

interface SourcedNumbers {
	/** Each source once, in the order in which numbers name them. */
	readonly sources: readonly string[];
	readonly numbers: readonly SourcedNumber[];
}

interface SourcedNumber {
	readonly key: string;
	/** With all digits that were published. */
	readonly value: string;
	/** `RepGhostNet 0.58x: milliseconds`. */
	readonly what: string;
	/** How well it is known. */
	readonly known: string;
	/** Places in `sources`, counted from 1. */
	readonly from: readonly number[];
}

/** The numbers in the order of the text. */
export function numbersWithSources(
	numbers: readonly PublishedNumber[],
	words: Strings['facts']
): SourcedNumbers {
	const hints = numbers.map((number) => ({ number, ...numberHint(number, words) }));
	const sources = [...new Set(hints.flatMap(({ lines: [, ...from] }) => from))];
	return {
		sources,
		numbers: hints.map(({ number, key, title, lines: [known = '', ...from] }) => ({
			...{ key, value: formatPublished(number.value), what: title, known },
			from: from.map((source) => sources.indexOf(source) + 1)
		}))
	};
}
