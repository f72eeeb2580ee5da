/**
 * An answer as five characters, to be read out or typed by a teacher: three for the question, one for
 * the answer, one to check. Crockford's base 32: no I, L, O and U, since they look like others.
 *
 * The check character is a weighted sum in the field of 32 elements, each place with another weight.
 * So one wrong character, and two neighbours that changed places, are always noticed.
 */

const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PLACE_LENGTH = 3;
const PLACES = 32 ** PLACE_LENGTH;

/** Characters of a code, the check character with them. */
export const CODE_LENGTH = PLACE_LENGTH + 2;

export interface CodedAnswer {
	/** Which gate or question, as `placeOf` numbers it. */
	readonly place: number;
	/** Which outcome, 0 to 31. */
	readonly outcome: number;
}

/**
 * A number for a gate or question (FNV-1a, folded to 15 bits).
 * @param outcomes what can come of it, as text: when a new version of the site asks something else there,
 *   a code of the older one is none, and is not counted as another answer
 */
export function placeOf(slug: string, id: string, outcomes: string): number {
	let hash = 0x811c9dc5;
	for (const character of `${slug}#${id}#${outcomes}`) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return ((hash >>> 15) ^ hash) & (PLACES - 1);
}

/** `K7Q3F`. */
export function encodeAnswer({ place, outcome }: CodedAnswer): string {
	const values = [(place >> 10) & 31, (place >> 5) & 31, place & 31, outcome & 31];
	return [...values, checkOf(values)].map((value) => CHARACTERS[value]).join('');
}

/** `K7Q-3F`, as it is shown. */
export function writeCode(code: string): string {
	return `${code.slice(0, PLACE_LENGTH)}-${code.slice(PLACE_LENGTH)}`;
}

/** The answer of a code without separators, or null where it is none or its check character is wrong. */
export function decodeAnswer(code: string): CodedAnswer | null {
	const values = [...code].map((character) => CHARACTERS.indexOf(character));
	if (values.length !== CODE_LENGTH || values.includes(-1)) return null;
	const [a, b, c, outcome, check] = values as [number, number, number, number, number];
	if (checkOf([a, b, c, outcome]) !== check) return null;
	return { place: (a << 10) | (b << 5) | c, outcome };
}

/** Letters and digits in capitals, look-alikes as the digits they are taken for. */
export function plainCode(text: string): string {
	return text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
}

/** Weights α, α², α³ …; the check character itself has the weight 1. */
function checkOf(values: readonly number[]): number {
	return values.reduceRight((sum, value) => timesAlpha(sum ^ value), 0);
}

/** Times α, a root of x⁵ + x² + 1. */
function timesAlpha(value: number): number {
	const doubled = value << 1;
	return doubled & 32 ? (doubled ^ 0b100101) & 31 : doubled;
}
