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

/** ASCII e-notation with two digits, as in every readout of a difference: `4.8e-7`. */
export function formatExponent(value: number): string {
	return value.toExponential(1);
}

/** `1,042,816`. */
export function formatCount(count: number): string {
	return grouped.format(count);
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

export function formatMilliseconds(milliseconds: number): string {
	return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(1)} ms`;
}
