/** Numbers of a run that were followed, each with what it was made of; asked for one by one. */
import { INPUT } from '#lib/core/graph.ts';
import type { FollowedValue, GraphSource } from '#lib/core/follow/follow-run.ts';
import type { Followed } from '#lib/core/follow/follow-term.ts';
import { followInput, followPixel, type NetworkSource } from '#lib/pictures/follow-pixel.ts';

export type { NetworkSource };
type FollowedNumber = Followed<NetworkSource>;

interface Host {
	/** Null where the engine cannot say, or has run something else meanwhile. */
	readonly ask: (source: GraphSource) => Promise<FollowedValue | null>;
	/** Red, green, blue and alpha of what the network sees; null for a tensor that came as it is. */
	readonly shown: () => { readonly width: number; readonly rgba: Uint8ClampedArray } | null;
}

/** Equal keys mean the same number of a run. */
const sourceKey = (source: NetworkSource): string => JSON.stringify(source);

export class FollowedNumbers {
	readonly #host: Host;
	#answers: ReadonlyMap<string, FollowedNumber> = $state.raw(new Map());
	#asked = 0;
	/** The number that was asked for first. */
	start: NetworkSource | null = $state.raw(null);

	constructor(host: Host) {
		this.#host = host;
	}

	/** Undefined until it was answered. */
	get(source: NetworkSource): FollowedNumber | undefined {
		return this.#answers.get(sourceKey(source));
	}

	/**
	 * Sets out from a number, once it is known what it was made of; all others, which may belong to
	 * another run, are forgotten then. Null lets go of them at once.
	 */
	async begin(source: NetworkSource | null): Promise<void> {
		const asked = ++this.#asked;
		const answer = source && (await this.#answer(source));
		if (asked !== this.#asked || (source && !answer)) return;
		// Together, so that the number on view is always a known one.
		this.#answers = new Map(answer ? [[sourceKey(answer.source), answer]] : []);
		this.start = source;
	}

	/** Learns what a number was made of; false where nobody can say. */
	async learn(source: NetworkSource): Promise<boolean> {
		if (this.get(source)) return true;
		const from = this.start;
		const answer = await this.#answer(source);
		if (!answer || this.start !== from) return false;
		this.#answers = new Map([...this.#answers, [sourceKey(source), answer]]);
		return true;
	}

	/** Whether a number was made of others: all but weights, and bytes and constants of the picture. */
	canFollow(source: NetworkSource): boolean {
		switch (source.kind) {
			case 'weight':
				return false;
			case 'pixel':
				return source.part === 'centred' || source.part === 'light';
			case 'part':
				return true;
			case 'value':
				return source.node !== INPUT || this.#host.shown() !== null;
		}
	}

	async #answer(source: NetworkSource): Promise<FollowedNumber | null> {
		return source.kind === 'pixel' ? this.#pixel(source) : this.#ask(source);
	}

	async #ask(source: GraphSource): Promise<FollowedNumber | null> {
		const answer = await this.#host.ask(source);
		if (!answer || source.kind !== 'value' || source.node !== INPUT) return answer;
		const [, colour, row, column] = source.place;
		return this.#host.shown() ? followInput([colour, row, column], answer.value) : answer;
	}

	#pixel(source: Extract<NetworkSource, { kind: 'pixel' }>): FollowedNumber | null {
		const shown = this.#host.shown();
		if (!shown) return null;
		const [colour, row, column] = source.place;
		return followPixel(source, shown.rgba[(row * shown.width + column) * 4 + colour] ?? NaN);
	}
}
