/** The last run as the engine keeps it: every layer's values, and the way back from any number of it. */
import type { FollowedValue, GraphSource } from '#lib/core/follow/follow-run.ts';
import type { LayerInfo } from '#lib/core/cost/form-info.ts';
import type { MapShape } from '#lib/core/shapes.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { serializeNpz } from '#lib/export/npz.ts';
import { laidAsRead, toChannelsFirst, type RawMaps } from '#lib/model/layout.ts';
import { paintOverview } from '#lib/scene/overview.ts';
import { FollowableRun } from './followable-run.ts';
import type { LoadedNetwork } from './loaded-network.ts';
import type { Overview, ShownForm } from './protocol.ts';
import type { NetworkRun } from './run-network.ts';

export class LastRun {
	/** [1, C, H, W] of what was run. */
	readonly shape: MapShape;
	readonly #network: LoadedNetwork;
	readonly #form: ShownForm;
	readonly #layers: readonly LayerInfo[];
	readonly #maps: NetworkRun['maps'];
	readonly #followable: FollowableRun;

	/** @param maps each layer's value by layer name */
	constructor(network: LoadedNetwork, form: ShownForm, input: Tensor, maps: NetworkRun['maps']) {
		this.shape = input.shape as MapShape;
		this.#network = network;
		this.#form = form;
		this.#layers = network.layers(form, input.shape);
		this.#maps = maps;
		this.#followable = new FollowableRun({ graph: network.graph(form), input, layers: maps });
	}

	/**
	 * A layer's value, [1, C, H, W].
	 * @throws Error when there is no such layer
	 */
	maps(layer: string): Tensor {
		return toChannelsFirst(this.#rawMaps(layer));
	}

	/** Every map of the run in one picture. */
	overview(): Overview {
		return paintOverview(this.#layers, (layer) => laidAsRead(this.#rawMaps(layer)));
	}

	/** All layers as an `.npz` file. */
	serialize(): Uint8Array {
		return serializeNpz(new Map(this.#layers.map(({ name }) => [name, this.maps(name)])));
	}

	/** What a number was made of; the network's weights must be on the backend or fit there. */
	follow(source: GraphSource, signal: AbortSignal): Promise<FollowedValue> {
		const state = this.#network.state(this.#form);
		const weights = this.#network.uploaded(this.#form);
		return this.#followable.follow(source, { state, weights, signal });
	}

	#rawMaps(layer: string): RawMaps {
		const maps = this.#maps.get(layer);
		if (!maps) throw new Error(`The last run has no layer called "${layer}".`);
		return maps;
	}
}
