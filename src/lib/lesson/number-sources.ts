/**
 * The published numbers of a lesson by where they are from: what is printed in place of the hints, which
 * paper cannot open.
 */
import type { Strings } from '#lib/strings/strings.ts';
import { numberHint } from './hints.ts';
import type { PublishedNumber } from './lesson.ts';

export interface SourcedNumbers {
	/** How well the numbers are known, and their sources. */
	readonly lines: readonly string[];
	/** Each with what it is: `31.9` and `RepGhostNet 0.58x: milliseconds`. */
	readonly numbers: readonly {
		readonly key: string;
		readonly value: string;
		readonly what: string;
	}[];
}

/** All digits that were published, down to a rate of 0.00001. */
const published = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** In the order of the first number of each source. */
export function numbersBySource(
	numbers: readonly PublishedNumber[],
	words: Strings['facts']
): SourcedNumbers[] {
	const groups = new Map<string, SourcedNumbers>();
	for (const number of numbers) {
		const { key, title, lines } = numberHint(number, words);
		const from = lines.join('\n');
		const others = groups.get(from)?.numbers ?? [];
		const value = published.format(number.value);
		groups.set(from, { lines, numbers: [...others, { key, value, what: title }] });
	}
	return [...groups.values()];
}
