/** Which maps of two runs stand side by side, in which colours, and which one is looked at. */
import {
	rankDifferences,
	subtractMaps,
	type MapDifference
} from '#lib/core/maps/layer-difference.ts';
import {
	describeMap,
	extentOfValues,
	mapShape,
	mapValues,
	type MapStatistics
} from '#lib/core/maps/map-statistics.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { layoutAtlas, paintAtlas, type AtlasLayout, type Picture } from '#lib/scene/atlas.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { Props } from './props.ts';

type Side = 'a' | 'b' | 'difference';

/** One line of maps: those of A, of B, or of the difference. */
export interface Line {
	readonly side: Side;
	readonly maps: Tensor;
	readonly scale: ColourScale;
	/** Of the maps on view, in their order. */
	readonly statistics: readonly MapStatistics[];
	readonly picture: Picture;
}

export class DifferenceBrowser {
	readonly #props: () => Pick<Props, 'a' | 'b'>;
	/** Maps side by side; the component sets it from its width. */
	across = $state(8);
	#page = $state(0);
	/** Null: the map with the largest difference. */
	#chosen: number | null = $state(null);

	readonly #a: Tensor = $derived.by(() => this.#props().a);
	readonly #b: Tensor = $derived.by(() => this.#props().b);
	readonly #difference: Tensor = $derived(subtractMaps(this.#a, this.#b));
	readonly shape = $derived(mapShape(this.#a));
	readonly ranked: readonly MapDifference[] = $derived(rankDifferences(this.#difference));
	readonly pages = $derived(Math.ceil(this.ranked.length / this.across));
	readonly page = $derived(Math.min(this.#page, this.pages - 1));
	readonly first = $derived(this.page * this.across);
	/** Channels on view, those with the largest difference first. */
	readonly channels: readonly number[] = $derived(
		this.ranked.slice(this.first, this.first + this.across).map(({ channel }) => channel)
	);
	readonly layout: AtlasLayout = $derived(
		layoutAtlas(this.channels.length, this.shape, Math.min(this.across, this.ranked.length))
	);
	/** One for A and B, so that a colour is the same number in both. */
	readonly scale: ColourScale = $derived.by(() => {
		const [a, b] = [extentOfValues(this.#a.data), extentOfValues(this.#b.data)];
		return colourScale(Math.min(a.min, b.min), Math.max(a.max, b.max));
	});
	/** Around zero. */
	readonly differenceScale: ColourScale = $derived.by(() => {
		const { min, max } = extentOfValues(this.#difference.data);
		return colourScale(min, max, true);
	});
	readonly lines: readonly Line[] = $derived([
		this.#line('a', this.#a, this.scale),
		this.#line('b', this.#b, this.scale),
		this.#line('difference', this.#difference, this.differenceScale)
	]);
	readonly chosen: MapDifference = $derived(
		this.ranked.find(({ channel }) => channel === this.#chosen) ?? this.ranked[0]!
	);
	/** The chosen map in A, in B, and their difference. */
	readonly large = $derived(
		this.lines.map(({ side, maps, scale }) => ({
			side,
			scale,
			values: mapValues(maps, this.chosen.channel)
		}))
	);

	constructor(props: () => Pick<Props, 'a' | 'b'>) {
		this.#props = props;
	}

	choose(channel: number): void {
		this.#chosen = channel;
	}

	turnPage(by: 1 | -1): void {
		this.#page = Math.min(Math.max(this.page + by, 0), this.pages - 1);
	}

	#line(side: Side, maps: Tensor, scale: ColourScale): Line {
		const { channels, layout } = this;
		const scales = channels.map(() => scale);
		const picture = paintAtlas(maps, channels, scales, layout);
		const statistics = channels.map((channel) => describeMap(mapValues(maps, channel), channel));
		return { side, maps, scale, statistics, picture };
	}
}
