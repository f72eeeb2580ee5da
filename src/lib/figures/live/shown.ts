/** Arithmetic in words of three digits: what is bracketed, and whether the shown numbers are equal. */
import { formatValue } from '#lib/strings/format.ts';

/** The value that `formatValue` shows. */
export const shown = (value: number): number => Number(value.toPrecision(3));

/** As behind another sign, where a negative number stands in brackets. */
export function operand(value: number): string {
	const text = formatValue(value);
	return text.startsWith('−') ? `(${text})` : text;
}

/** The sign between a result worked out from shown numbers and the result as it is shown. */
export function relation(fromShown: number, result: number): '=' | '≈' {
	return Math.abs(fromShown - shown(result)) < 1e-9 ? '=' : '≈';
}
