/** The place where two maps differ most, in words. */
import { formatExact, formatExponent } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { DifferenceBrowser } from './difference-browser.svelte.ts';

/** Map, place, and the values of A, B and their difference there; or that the maps are equal. */
export function differenceReadout(
	{ chosen, large, shape }: DifferenceBrowser,
	words: Strings['compare']['maps']
): string {
	const map = String(chosen.channel + 1);
	if (chosen.largest === 0) return words.equal(map);
	const { row, column, value } = chosen.place;
	const at = row * shape.columns + column;
	const [one = NaN, other = NaN] = large.map(({ values }) => values[at]);
	const difference = `${value < 0 ? '−' : ''}${formatExponent(Math.abs(value))}`;
	const numbers = [formatExact(one), formatExact(other), difference] as const;
	return words.readout(map, String(row + 1), String(column + 1), ...numbers);
}
