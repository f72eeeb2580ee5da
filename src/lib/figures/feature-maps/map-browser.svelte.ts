/**
 * Which maps of a layer are on view, in which order and colours, and which one is chosen. While the
 * picture moves, `live` brings them drawn; which ones and where is still decided here, from the maps at
 * rest, so that no cell changes its place under the reader's hand.
 */
import {
	describeMaps,
	extentOf,
	filterMaps,
	findHighest,
	mapShape,
	mapValues,
	orderMaps,
	type MapFilter,
	type MapOrder,
	type MapStatistics
} from '#lib/core/maps/map-statistics.ts';
import { layoutAtlas, paintAtlas, type AtlasLayout, type Picture } from '#lib/scene/atlas.ts';
import type { ColourScale } from '#lib/scene/colour-scale.ts';
import { mapScale, type MapsView } from '#lib/scene/maps-sheet.ts';
import type { MapsChoice, Props } from './props.ts';

/** More cells than this are shown in pages, so that the page stays quick. */
const MAPS_PER_PAGE = 120;

export class MapBrowser {
	readonly #props: () => Pick<Props, 'maps' | 'scale' | 'live'>;
	/** Maps side by side; the component sets it from its width. */
	across = $state(8);
	order: MapOrder = $state('channel');
	filter: MapFilter = $state('all');
	#page = $state(0);
	/** Null until the reader chooses or the picture moves: the map with the highest value. */
	#chosen: number | null = $state(null);
	/** The one that the reader chose. */
	#wanted: number | null = $state(null);

	/** Each prop by itself, so that a frame of `live` computes nothing of the maps at rest. */
	readonly #maps = $derived.by(() => this.#props().maps);
	readonly #scale = $derived.by(() => this.#props().scale);
	readonly live = $derived.by(() => this.#props().live);
	readonly shape = $derived(mapShape(this.#maps));
	readonly statistics: readonly MapStatistics[] = $derived(describeMaps(this.#maps));
	readonly #restingExtent = $derived(extentOf(this.statistics));
	readonly #restingHighest = $derived(findHighest(this.#maps));
	readonly highest = $derived(this.live ? this.live.highest : this.#restingHighest);
	readonly extent = $derived(this.live ? this.live.extent : this.#restingExtent);
	readonly notFinite = $derived(
		this.live?.notFinite ?? this.statistics.reduce((sum, map) => sum + map.notFinite, 0)
	);
	/** Those that the filter lets through. */
	readonly ordered: readonly MapStatistics[] = $derived(
		orderMaps(filterMaps(this.statistics, this.filter), this.order)
	);
	readonly pages = $derived(Math.max(1, Math.ceil(this.ordered.length / MAPS_PER_PAGE)));
	/** A layer with fewer maps has fewer pages. */
	readonly page = $derived(Math.min(this.#page, this.pages - 1));
	readonly first = $derived(this.page * MAPS_PER_PAGE);
	readonly shown: readonly MapStatistics[] = $derived(
		this.ordered.slice(this.first, this.first + MAPS_PER_PAGE)
	);
	readonly columns = $derived(Math.max(1, Math.min(this.across, this.shown.length)));
	readonly layout: AtlasLayout = $derived(layoutAtlas(this.shown.length, this.shape, this.columns));
	readonly #channels: readonly number[] = $derived(this.shown.map(({ channel }) => channel));
	readonly atlas: Picture = $derived.by(() =>
		this.live
			? this.live.atlas
			: paintAtlas(
					this.#maps,
					this.#channels,
					this.shown.map((map) => this.#scaleOf(map)),
					this.layout
				)
	);
	readonly chosen: MapStatistics = $derived(
		this.statistics[this.#chosen ?? -1] ?? this.statistics[this.#restingHighest?.channel ?? 0]!
	);
	/** Colours and values of the chosen map. */
	readonly colours: ColourScale = $derived(this.live?.colours ?? this.#scaleOf(this.chosen));
	readonly values: Float32Array = $derived(
		this.live?.values ?? mapValues(this.#maps, this.chosen.channel)
	);
	/** Where the chosen map at rest is highest: the probe keeps still while the picture moves. */
	readonly restingPlace = $derived.by(() => {
		const { rows, columns } = this.shape;
		const data = mapValues(this.#maps, this.chosen.channel);
		return findHighest({ shape: [1, 1, rows, columns], data });
	});
	/** The cell in the tab order: the chosen map, or the page's first. */
	readonly active = $derived(
		Math.max(
			0,
			this.shown.findIndex(({ channel }) => channel === this.chosen.channel)
		)
	);

	constructor(props: () => Pick<Props, 'maps' | 'scale' | 'live'>) {
		this.#props = props;
	}

	/** What is on view, for whoever draws it. */
	readonly view: MapsView = $derived.by(() => ({
		channels: this.#channels,
		across: this.columns,
		scale: this.#scale,
		chosen: this.chosen.channel
	}));

	#scaleOf(map: MapStatistics): ColourScale {
		return mapScale(map, this.#restingExtent, this.#scale);
	}

	/** Stays with the map on view, also when another one gets the highest value. */
	stay(): void {
		this.#chosen = this.chosen.channel;
	}

	choose(channel: number): void {
		this.#chosen = channel;
		this.#wanted = channel;
	}

	/** What the reader has chosen here. */
	get choice(): MapsChoice {
		return { filter: this.filter, order: this.order, channel: this.#wanted };
	}

	/** As it was left with that choice; a map that this layer does not have is chosen in one that has it. */
	restore({ filter, order, channel }: MapsChoice): void {
		this.filter = filter;
		this.order = order;
		if (channel === null) return;
		this.choose(channel);
		this.goTo(channel);
	}

	/**
	 * Chooses a map by its channel and turns to its page; all maps are shown where the filter hides it.
	 * @param channel counted from 0; one that the layer does not have does nothing
	 */
	goTo(channel: number): void {
		if (!this.statistics[channel]) return;
		const place = () => this.ordered.findIndex((map) => map.channel === channel);
		if (place() < 0) this.filter = 'all';
		this.choose(channel);
		this.#page = Math.floor(place() / MAPS_PER_PAGE);
	}

	turnPage(by: 1 | -1): void {
		this.#page = Math.min(Math.max(this.page + by, 0), this.pages - 1);
	}
}

/** Where a key of the APG grid pattern leads from a position; null for other keys. */
export function gridMove(
	key: { readonly key: string; readonly ctrlKey: boolean },
	position: number,
	columns: number,
	count: number
): number | null {
	const rowStart = position - (position % columns);
	switch (key.key) {
		case 'ArrowRight':
			return Math.min(position + 1, count - 1);
		case 'ArrowLeft':
			return Math.max(position - 1, 0);
		case 'ArrowDown':
			return position + columns < count ? position + columns : position;
		case 'ArrowUp':
			return position - columns >= 0 ? position - columns : position;
		case 'Home':
			return key.ctrlKey ? 0 : rowStart;
		case 'End':
			return key.ctrlKey ? count - 1 : Math.min(rowStart + columns, count) - 1;
		default:
			return null;
	}
}
