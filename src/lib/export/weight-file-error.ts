/** The refusal of a weight file, and how names from a file are shown in it. */

/** A weight file that is not accepted; the message is one sentence for the reader. */
export class WeightFileError extends Error {
	override readonly name = 'WeightFileError';
}

const LONGEST_QUOTE = 120;

/** Characters that reorder or hide the text around them: a name must not rewrite the sentence. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text from a file in quotation marks: escaped, and shortened when it is long. */
export function quote(text: string): string {
	const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
	return JSON.stringify(short).replace(
		INVISIBLE,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}

/** Any parsed value in a few words, for `expected …, found …`. */
export function describeValue(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (typeof value === 'string') return quote(value);
	const text = JSON.stringify(value);
	return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
