/** What is shown beside a dotted word or number: the meaning of a term, or the source of a number. */
import { writeNumber } from '#lib/strings/read-number.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { GlossaryTerm, Html, PublishedNumber } from '#lib/lesson/lesson.ts';

export interface Hint {
	/** As in the link's `data-term`. */
	readonly key: string;
	readonly title: string;
	/** A meaning, or else sentences. */
	readonly html: Html | null;
	readonly lines: readonly string[];
}

export function termHint({ key, term, definitionHtml }: GlossaryTerm): Hint {
	return { key, title: term, html: definitionHtml, lines: [] };
}

export function numberHint(number: PublishedNumber, words: Strings['facts']): Hint {
	const { key, row, column, confidence, tolerance, sources } = number;
	const off = tolerance === null ? '' : ` ${words.within(writeNumber(tolerance))}`;
	return {
		key,
		title: words.named(row, words.columns[column] ?? column.replaceAll('_', ' ')),
		html: null,
		lines: [
			`${words.confidences[confidence]}${off}`,
			...sources.map(({ what, where }) => (where === '' ? what : `${what}. ${where}`))
		]
	};
}
