/** Maps of this site's trained networks for a sample picture, as the worker of the live figures gives them. */
import type { NetworkMaps } from '#lib/engine/live-protocol.ts';
import type { Drawer } from '#lib/pictures/draw-client.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { LiveAnswer, type LiveLab } from './live-lab.svelte.ts';
import type { CardSource } from '#lib/state/weights/model-cards.ts';
import { sceneOf } from '#lib/state/picture/scenes.ts';

interface ShippedRequest {
	/** Of the network. */
	readonly slug: string;
	/** Of the sample. */
	readonly picture: string;
	/** Rows and columns of the network's pictures. */
	readonly side: number;
	/** Nodes whose maps are wanted, and prefixes of the weights. */
	readonly keep: readonly string[];
	readonly weights: readonly string[];
}

interface ShippedAnswer extends NetworkMaps {
	readonly of: ShippedRequest;
	readonly picture: Picture;
}

export class ShippedMaps {
	readonly answer: LiveAnswer<ShippedRequest, ShippedAnswer>;
	readonly #lab: LiveLab;
	#progress: number | null = $state(null);

	constructor(lab: LiveLab, { cards, drawer }: { cards: CardSource; drawer: Drawer }) {
		this.#lab = lab;
		this.answer = new LiveAnswer(lab, async (engine, of) => {
			const { slug, side, keep, weights } = of;
			try {
				const file = await cards.file(slug);
				const picture = await drawer.draw(sceneOf(of.picture), side, side);
				const request = { file, picture, keep, weights };
				const maps = await engine.networkMaps(request, ({ done }) => (this.#progress = done));
				return { of, picture, ...maps };
			} finally {
				this.#progress = null;
			}
		});
	}

	/** 0 to 1 while a network is fetched or read; null otherwise. */
	get progress(): number | null {
		return this.answer.pending ? this.#progress : null;
	}

	/** One sentence, when the worker or the last request failed. */
	get error(): string | null {
		return this.#lab.failure ?? this.answer.error;
	}
}
