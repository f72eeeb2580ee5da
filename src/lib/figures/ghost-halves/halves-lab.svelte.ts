/** Which module is taken apart, on which picture, and which of its pairs is shown large. */
import type { ShippedMaps } from '#lib/state/live/shipped-maps.svelte.ts';
import { PICTURE_SIDE } from '../similar-maps/early-layers.ts';
import {
	STILL_NETWORK,
	STILL_PICTURE,
	STILL_SAMPLE,
	STILL_WEIGHTS,
	stillMaps
} from '../similar-maps/still-maps.ts';
import {
	cheapOperation,
	halfNodes,
	HALVES_MODULES,
	takeApart,
	type HalvesModule
} from './ghost-halves.ts';
import type { Props } from './props.ts';

interface Choice {
	readonly module: HalvesModule;
	readonly picture: string;
	/** From 0. */
	readonly pair: number;
}

export class HalvesLab {
	readonly source: ShippedMaps;
	readonly #start: () => Props;
	#choice: Partial<Choice> = $state.raw({});

	/** The newest maps that there are. */
	readonly halves = $derived.by(() => {
		const { current } = this.source.answer;
		if (!current) return takeApart(this.#start().module, stillMaps(), STILL_WEIGHTS);
		const module = HALVES_MODULES.find((name) => halfNodes(name)[1] === current.of.keep[1]);
		return takeApart(module ?? this.choice.module, current.maps, current.weights);
	});
	readonly picture = $derived.by(() => this.source.answer.current?.picture ?? STILL_PICTURE);
	readonly pair = $derived.by(() => {
		const { pairs } = this.halves;
		return pairs[Math.min(this.choice.pair, pairs.length - 1)]!;
	});

	constructor(source: ShippedMaps, start: () => Props) {
		this.source = source;
		this.#start = start;
	}

	get choice(): Choice {
		const { module, pair } = this.#start();
		return { module, pair: pair - 1, picture: STILL_SAMPLE, ...this.#choice };
	}

	ask = (): void => {
		const { module, picture } = this.choice;
		this.source.answer.ask({
			...{ slug: STILL_NETWORK, picture, side: PICTURE_SIDE },
			...{ keep: halfNodes(module), weights: [cheapOperation(module)] }
		});
	};

	chooseModule = (module: HalvesModule): void => {
		this.#choice = { ...this.#choice, module };
		this.ask();
	};

	choosePicture = (picture: string): void => {
		this.#choice = { ...this.#choice, picture };
		this.ask();
	};

	choosePair = (pair: number): void => void (this.#choice = { ...this.#choice, pair });
}
