/** What a reader looks at in the chart of results, as a part of the page's address. */
import { chartPoints } from '#lib/paper/charts.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';
import { MOST_PINNED, type ResultsChoice } from './results-view.svelte.ts';

type ResultsAddress = Pick<UrlState, 'chart' | 'as' | 'hidden' | 'pinned' | 'part'>;

const BETWEEN = '_';
/** Nothing is pinned, though the page would pin something. */
const NONE = 'none';
const DIGITS = 5;

/**
 * @param usual what the page shows without an address
 * @returns the choice, and the names of parameters that ask for what is not there
 */
export function choiceFromAddress(
	address: ResultsAddress,
	usual: ResultsChoice
): { readonly choice: ResultsChoice; readonly ignored: readonly string[] } {
	const chart = address.chart ?? usual.chart;
	const points = chartPoints(chart);
	const families = new Set(points.map(({ family }) => family));
	const ids = new Set(points.map(({ id }) => id));
	const hidden = list(address.hidden);
	const pinned = address.pinned === NONE ? [] : list(address.pinned);
	const part = parsePart(address.part);
	const fits = {
		hidden: hidden.every((family) => families.has(family)),
		pinned: pinned.length <= MOST_PINNED && pinned.every((id) => ids.has(id)),
		part: address.part === null || part !== null
	};
	const names = Object.keys(fits) as (keyof typeof fits)[];
	return {
		choice: {
			chart,
			asTable: address.as === 'table',
			hidden: fits.hidden ? hidden : usual.hidden,
			pinned: address.pinned !== null && fits.pinned ? pinned : usual.pinned,
			part
		},
		ignored: names.filter((name) => !fits[name])
	};
}

/** Only what differs from what the page shows without an address. */
export function choiceToAddress(choice: ResultsChoice, usual: ResultsChoice): ResultsAddress {
	const { chart, asTable, hidden, pinned, part } = choice;
	const asUsual = pinned.join(BETWEEN) === usual.pinned.join(BETWEEN);
	const numbers = part && [...part.x, ...part.y];
	return {
		chart: chart === usual.chart ? null : chart,
		as: asTable ? 'table' : null,
		hidden: hidden.join(BETWEEN) || null,
		pinned: asUsual ? null : pinned.join(BETWEEN) || NONE,
		part: numbers?.map((value) => String(Number(value.toPrecision(DIGITS)))).join(BETWEEN) ?? null
	};
}

function list(text: string | null): string[] {
	return text === null ? [] : [...new Set(text.split(BETWEEN))];
}

function parsePart(text: string | null): ResultsChoice['part'] {
	const [left = NaN, right = NaN, low = NaN, high = NaN] = (text ?? '').split(BETWEEN).map(Number);
	return left < right && low < high ? { x: [left, right], y: [low, high] } : null;
}
