/** Whose maps are compared, which pair is looked at, and what turns the one into the other. */
import { tensorOf } from '#lib/core/fold/fold.ts';
import { fitKernel, type FitSide, type KernelFit } from '#lib/core/maps/fit-kernel.ts';
import { mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import { findSimilarMaps, type MapPair } from '#lib/core/maps/similar-maps.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import type { ShippedMaps } from '#lib/state/live/shipped-maps.svelte.ts';
import { layerAt, outputOf, PICTURE_SIDE, primaryCount, type EarlyLayer } from './early-layers.ts';
import type { Props } from './props.ts';
import { STILL_NETWORK, STILL_PICTURE, STILL_SAMPLE, stillMaps } from './still-maps.ts';

/** Channels from 0: the map that is worked on, and the one it is to become. */
export interface Direction {
	readonly from: number;
	readonly to: number;
}

/** What is on view: the newest maps, and what they are of. */
interface Shown {
	readonly slug: string;
	readonly layer: EarlyLayer;
	readonly maps: Tensor;
	readonly picture: Picture;
	readonly backend: string | null;
}

interface Choice {
	readonly slug: string;
	readonly layer: EarlyLayer;
	readonly picture: string;
}

export class SimilarMapsLab {
	readonly source: ShippedMaps;
	readonly #start: () => Props;
	#choice: Partial<Choice> = $state.raw({});
	#direction: Direction | null = $state.raw(null);
	#side: FitSide | null = $state(null);

	readonly shown: Shown = $derived.by(() => {
		const { current } = this.source.answer;
		if (!current) {
			const layer = this.#start().layer;
			const maps = tensorOf(stillMaps(), outputOf(STILL_NETWORK, layer));
			return { slug: STILL_NETWORK, layer, maps, picture: STILL_PICTURE, backend: null };
		}
		const { of, picture, backend } = current;
		const node = of.keep[0] ?? '';
		const { slug } = of;
		return {
			slug,
			layer: layerAt(slug, node),
			maps: tensorOf(current.maps, node),
			picture,
			backend
		};
	});
	readonly search = $derived.by(() => findSimilarMaps(this.shown.maps));
	/** The reader's pair, or the best; null where all maps are flat. */
	readonly direction: Direction | null = $derived.by(() => {
		const own = this.#direction;
		if (own && Math.max(own.from, own.to) < mapShape(this.shown.maps).channels) return own;
		const [best] = this.search.pairs;
		return best ? { from: best.first, to: best.second } : null;
	});
	/** By side of the kernel. */
	readonly fits: Readonly<Record<FitSide, KernelFit>> | null = $derived.by(() => {
		if (!this.direction) return null;
		const { maps } = this.shown;
		const { from, to } = this.direction;
		const plane = { values: mapValues(maps, from), columns: mapShape(maps).columns };
		const target = mapValues(maps, to);
		return { 1: fitKernel(plane, target, 1), 3: fitKernel(plane, target, 3) };
	});

	constructor(source: ShippedMaps, start: () => Props) {
		this.source = source;
		this.#start = start;
	}

	get choice(): Choice {
		return {
			...{ slug: STILL_NETWORK, layer: this.#start().layer, picture: STILL_SAMPLE },
			...this.#choice
		};
	}

	get side(): FitSide {
		return this.#side ?? (this.#start().operation === 'kernel' ? 3 : 1);
	}

	/** The pair on view among those that were compared; null when one of its maps is flat. */
	get pair(): MapPair | null {
		const { direction } = this;
		return direction && (this.search.pairs.find((pair) => isSame(pair, direction)) ?? null);
	}

	/** Whether the network itself makes the one map from the other, by its cheap operation. */
	get isGhostPair(): boolean {
		const made = primaryCount(this.shown.slug, this.shown.layer);
		return this.direction !== null && this.direction.to - this.direction.from === made;
	}

	ask = (): void => {
		const { slug, layer, picture } = this.choice;
		this.source.answer.ask({
			...{ slug, picture, side: PICTURE_SIDE },
			...{ keep: [outputOf(slug, layer)], weights: [] }
		});
	};

	chooseNetwork = (slug: string): void => this.#choose({ slug }, null);

	chooseLayer = (layer: EarlyLayer): void => this.#choose({ layer }, null);

	/** The pair stays, so that one sees whether it is alike on another picture too. */
	choosePicture = (picture: string): void => this.#choose({ picture }, this.direction);

	choosePair = (pair: MapPair): void => {
		this.#direction = { from: pair.first, to: pair.second };
	};

	chooseFrom = (from: number): void =>
		void (this.#direction = { from, to: this.#other(from, 'to') });

	chooseTo = (to: number): void => void (this.#direction = { from: this.#other(to, 'from'), to });

	swap = (): void => {
		if (this.direction) this.#direction = { from: this.direction.to, to: this.direction.from };
	};

	chooseSide = (side: FitSide): void => void (this.#side = side);

	#choose(change: Partial<Choice>, direction: Direction | null): void {
		this.#choice = { ...this.#choice, ...change };
		this.#direction = direction;
		this.ask();
	}

	/** The other map of the pair; where it is the one just chosen, the two change places. */
	#other(chosen: number, end: keyof Direction): number {
		const { from, to } = this.direction ?? { from: 0, to: 1 };
		const other = end === 'to' ? to : from;
		return other === chosen ? (end === 'to' ? from : to) : other;
	}
}

export function isSame({ first, second }: MapPair, { from, to }: Direction): boolean {
	return (first === from && second === to) || (first === to && second === from);
}
