/** Numbers as words on the page: a true minus sign, and an exact zero as `0`, so that structure shows. */

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Three significant digits; powers of ten outside 0.001 to 99,999. */
export function formatValue(value: number): string {
	if (value === 0) return '0';
	if (Number.isNaN(value)) return 'NaN';
	const size = Math.abs(value);
	const sign = value < 0 ? '−' : '';
	if (size === Infinity) return `${sign}∞`;
	if (size < 0.001 || size >= 99_999.5) return sign + formatExponent(size);
	return sign + (size >= 100 ? grouped.format(size) : String(Number(size.toPrecision(3))));
}

/** ASCII e-notation with two digits: `4.8e-7`. */
export function formatExponent(value: number): string {
	return value.toExponential(1);
}

/** `1,042,816`. */
export function formatCount(count: number): string {
	return grouped.format(count);
}

const published = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** A published number with all its digits, down to a rate of 0.00001: `2,313,968`, `31.9`. */
export function formatPublished(value: number): string {
	return published.format(value).replace(/^-/, '−');
}

/** `38.6 M`, `423,360`: large counts by the million. */
export function formatLargeCount(count: number): string {
	return count < 1e6 ? formatCount(count) : `${Number((count / 1e6).toPrecision(3))} M`;
}

/** In powers of 1000: `376 kB`. */
export function formatBytes(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
	return `${size >= 100 ? Math.round(size) : Number(size.toPrecision(3))} ${unit}`;
}

/** `68.4 %`, from 0 to 1. */
export function formatPercent(share: number, digits = 1): string {
	return Number.isFinite(share) ? `${(share * 100).toFixed(digits)} %` : '–';
}

/** A browser's clock goes in steps: what took less than one is measured as 0, and was more. */
export function formatMilliseconds(milliseconds: number): string {
	if (milliseconds === 0) return '≈ 0 ms';
	return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(1)} ms`;
}

/**
 * A value in a cell or a sum: always `decimals` digits after the point, so that neighbours line up; an
 * exact zero is `0`, and one that is only rounded to zero `0.00`.
 */
export function formatCell(value: number, decimals = 2): string {
	if (!Number.isFinite(value) || value === 0) return formatValue(value);
	const digits = Math.abs(value).toFixed(decimals);
	return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** The same inside a product or behind a sign: negative numbers in brackets. */
export function formatOperand(value: number, decimals = 2): string {
	const text = formatCell(value, decimals);
	return text.startsWith('−') ? `(${text})` : text;
}

/** The fewest digits that name this float32 and no other: `0.3`, `−1.8000001`. */
export function formatExact(value: number): string {
	if (!Number.isFinite(value) || value === 0) return formatValue(value);
	return shortestFloat32(value).replace(/^-/, '−');
}

/** The same for other programs: an ASCII minus sign. */
export function shortestFloat32(value: number): string {
	const wanted = Math.fround(value);
	for (let digits = 1; digits < 9; digits++) {
		const candidate = Number(value.toPrecision(digits));
		if (Math.fround(candidate) === wanted) return String(candidate);
	}
	return String(Number(value.toPrecision(9)));
}
