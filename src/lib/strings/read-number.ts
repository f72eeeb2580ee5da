/** Numbers as readers type them: decimal comma or point, any minus sign, full-width digits, `4.8e-7`. */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The finite number that a text holds, or null when it holds none. */
export function readNumber(text: string): number | null {
	const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[−–‐]/g, '-').replace(',', '.');
	if (!NUMBER.test(plain)) return null;
	const value = Number(plain);
	return Number.isFinite(value) ? value : null;
}

/** A number for a field that can be typed into: at most six significant digits, a true minus sign. */
export function writeNumber(value: number): string {
	return String(Number(value.toPrecision(6))).replace(/^-/, '−');
}
