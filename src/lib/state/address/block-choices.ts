/** Which block of a network is looked at, at which widths, and how it is counted, in the page's address. */
import type { UrlState } from './url-state.ts';

/** What the address says; null where it leaves the choice to the lesson. */
export interface BlockChoices {
	/** 1 to 16, `stem`, `last` or `head`. */
	readonly block: string | null;
	/** Of RepGhostNet, and of the GhostNet beside it. */
	readonly width: number | null;
	readonly ghostWidth: number | null;
	readonly counted: UrlState['counted'];
}

export function blockFromUrl({ block, widths, counted }: UrlState): BlockChoices {
	const [width, ghostWidth] = widths?.split('-').map(Number) ?? [];
	return { block, width: width ?? null, ghostWidth: ghostWidth ?? null, counted };
}

export function blockToUrl({
	block,
	width,
	ghostWidth,
	counted
}: BlockChoices): Pick<UrlState, 'block' | 'widths' | 'counted'> {
	const widths = [width, ghostWidth].filter((value) => value !== null).join('-');
	return { block, widths: widths === '' ? null : widths, counted };
}
