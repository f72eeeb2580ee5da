/** What a reader has chosen of a layer's maps, and how an address says it. */
import type { MapsChoice } from '#lib/figures/feature-maps/props.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';

type UrlPart = Pick<UrlState, 'show' | 'order' | 'map'>;

export function mapsFromUrl({ show, order, map }: UrlPart): MapsChoice {
	return {
		filter: show ?? 'all',
		order: order ?? 'channel',
		channel: map === null ? null : Number(map) - 1
	};
}

export function mapsToUrl({ filter, order, channel }: MapsChoice): UrlPart {
	return {
		show: filter === 'all' ? null : filter,
		order: order === 'channel' ? null : order,
		map: channel === null ? null : String(channel + 1)
	};
}
