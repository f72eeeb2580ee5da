/**
 * What lies behind one number of the layer on view: what it was made of, followed back step by step, and
 * the part of the picture that it sees.
 */
import { leadsToPicture, towardsPicture } from '#lib/core/follow/follow-on.ts';
import { INPUT } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters } from '#lib/core/network/parameters.ts';
import { receptiveField } from '#lib/core/network/receptive-field.ts';
import { inferShapes, type MapShape } from '#lib/core/shapes.ts';
import { FollowTrail } from '#lib/figures/follow-number/follow-trail.svelte.ts';
import { FollowedNumbers, type NetworkSource } from '#lib/state/layers/followed-numbers.svelte.ts';
import type { MapPlace } from '#lib/state/layers/map-place.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';

/** The way back waits until what lies behind a number is known. */
class WaitingTrail extends FollowTrail<NetworkSource> {
	readonly #numbers: FollowedNumbers;

	constructor(numbers: FollowedNumbers, start: () => NetworkSource) {
		super(start);
		this.#numbers = numbers;
	}

	override async follow(source: NetworkSource): Promise<void> {
		const from = this.at;
		if ((await this.#numbers.learn(source)) && this.at === from) super.follow(source);
	}
}

export class Inside {
	readonly #session: NetworkSession;
	readonly numbers: FollowedNumbers;
	/** Where the probe stands. */
	probed: MapPlace | null = $state.raw(null);

	readonly #run = $derived.by(() => this.#session.held.run);
	readonly #network = $derived.by(() => this.#run?.network ?? null);
	readonly #form = $derived(this.#run?.result.form ?? null);
	readonly #size = $derived(this.#run?.picture.input.shape.join('×') ?? '');
	/** The graph of the run on view, with the shapes of its nodes and tensors. */
	readonly network = $derived.by(() => {
		if (!this.#network || !this.#form || this.#size === '') return null;
		const graph = buildNetwork(this.#network.architecture, this.#form);
		const shapes = inferShapes(graph, this.#size.split('×').map(Number) as unknown as MapShape);
		return { graph, shapes, parameters: graphParameters(graph) };
	});
	/** The way back from `start`. */
	readonly trail: WaitingTrail;
	readonly followed = $derived.by(() =>
		this.numbers.start ? (this.numbers.get(this.trail.at) ?? null) : null
	);
	/** The number that the next step along the largest term leads to; null at the picture. */
	readonly next = $derived.by(() =>
		this.followed
			? towardsPicture(
					this.followed,
					(source) =>
						(source.kind === 'pixel' ? source.part !== 'mean' : leadsToPicture(source)) &&
						this.numbers.canFollow(source)
				)
			: null
	);
	/** What the followed number sees, or else the value under the probe; null for a weight. */
	readonly field = $derived.by(() => {
		const { network, seen } = this;
		if (!network || !seen) return null;
		return receptiveField(network.graph, network.shapes, seen.node, seen);
	});
	/** The place in the graph that `field` belongs to. */
	readonly seen = $derived.by(() => {
		const source = this.numbers.start ? this.trail.at : this.#source(this.probed);
		if (!source || source.kind === 'weight') return null;
		if (source.kind === 'pixel')
			return { node: INPUT, row: source.place[1], column: source.place[2] };
		return { node: source.node, row: source.place[2], column: source.place[3] };
	});

	constructor(session: NetworkSession) {
		this.#session = session;
		this.numbers = new FollowedNumbers({
			ask: (source) => session.ask((engine) => engine.follow(source)),
			shown: () => {
				const picture = session.held.run?.picture;
				return picture && picture.kind !== 'tensor' ? picture.shown : null;
			}
		});
		this.trail = new WaitingTrail(this.numbers, () => this.numbers.start!);
	}

	/** For an effect: what was asked for is looked up, and again after each run. */
	settle(): void {
		const source = this.#source(this.#session.choices.value);
		if (source === null || this.#session.matches) void this.numbers.begin(source);
	}

	/** The number at a place of the layer on view; null where that has no such place. */
	#source(place: MapPlace | null): NetworkSource | null {
		const { network } = this;
		const layer = network?.graph.layers.find(({ name }) => name === this.#session.layer);
		const shape = layer && network?.shapes.get(layer.output);
		if (!place || !shape) return null;
		const [, channels, rows, columns] = shape;
		const { channel, row, column } = place;
		const isThere = channel < channels && row < rows && column < columns;
		return isThere ? { kind: 'value', node: layer.output, place: [0, channel, row, column] } : null;
	}
}
