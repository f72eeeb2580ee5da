/**
 * Numbers as readers type them: decimal comma or point, marks or blanks between thousands, any minus
 * sign, full-width digits, `4.8e-7`, `4.8 × 10⁻⁷`, `9/16`.
 */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number, and behind it what is none: `12 px`, `90 %`. */
const WITH_UNIT = /^(.*?\d[.,]?)\s*([^\d\s.,/^+-][^\d/^+-]*)$/;

/** Marks between thousands that can be nothing else: two of them, or one and the other for decimals. */
const COMMAS = /^[+-]?\d{1,3}((,\d{3})+\.\d*|(,\d{3}){2,})$/;
const POINTS = /^[+-]?\d{1,3}((\.\d{3})+,\d*|(\.\d{3}){2,})$/;
/** One mark and three digits: `1,188` is 1.188 to some and 1188 to others. */
const EITHER = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The finite number that a text holds, or null when it holds none. */
export function readNumber(text: string): number | null {
	return readings(text)[0] ?? null;
}

/** Every finite number that a text may stand for, the one with decimals first; none where it holds none. */
export function readings(text: string): readonly number[] {
	const [above = '', ...below] = plainText(text).split(/\s*[/\u2044]\s*/);
	if (below.length === 0) return readPlain(above);
	const [dividend = NaN] = readPlain(above);
	const [divisor = NaN] = below.length === 1 ? readPlain(below[0]!) : [];
	return [dividend / divisor].filter(Number.isFinite);
}

/** What stands behind a number, where it is the only thing too much; or null. */
export function unitBehind(text: string): string | null {
	const [, number, unit] = WITH_UNIT.exec(text.normalize('NFKC').trim()) ?? [];
	return number !== undefined && unit !== undefined && readNumber(number) !== null
		? unit.trim()
		: null;
}

/** A number for a field that can be typed into: at most six significant digits, a true minus sign. */
export function writeNumber(value: number): string {
	return String(Number(value.toPrecision(6))).replace(/^-/, '−');
}

/** Plain digits and signs, no blanks between thousands, powers of ten as `e`. */
function plainText(text: string): string {
	return (
		text
			// As digits they would be a part of the number before them.
			.replace(/[⁺⁻⁰¹²³⁴-⁹]+/g, (power) => `^${power}`)
			.replace(/(\d)(?=[¼-¾⅐-⅞])/g, '$1 ')
			.normalize('NFKC')
			.trim()
			.replace(/[−–‐]/g, '-')
			.replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, '$1')
			.replace(/^([+-])\s+/, '$1')
			.replace(/^10\s*\^/, '1 × 10^')
			.replace(/\s*[·×x*]\s*10\s*\^\s*/i, 'e')
	);
}

function readPlain(text: string): readonly number[] {
	if (COMMAS.test(text)) return toNumber(text.replaceAll(',', ''));
	if (POINTS.test(text)) return toNumber(text.replaceAll('.', '').replace(',', '.'));
	const decimal = toNumber(text.replace(',', '.'));
	return EITHER.test(text) ? [...decimal, ...toNumber(text.replace(/[.,]/, ''))] : decimal;
}

function toNumber(text: string): readonly number[] {
	const value = Number(text);
	return NUMBER.test(text) && Number.isFinite(value) ? [value] : [];
}
