/**
 * The trained networks whose modules the fold stepper can open: those of this site, and a file of the
 * reader's. The engine holds one at a time.
 */
import { hasFoldableBranch } from '#lib/core/fold/fold-graphs.ts';
import type { FoldableModule } from '#lib/core/fold/fold-request.ts';
import type { ModuleInGraph } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import type { LiveEngine, NetworkSource, OpenedNetwork } from '#lib/engine/live-protocol.ts';
import type { Drawer } from '#lib/pictures/draw-client.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import type { ModuleChoice } from './fold-choices.ts';
import type { CardSource } from '#lib/state/weights/model-cards.ts';
import { sceneOf } from '#lib/state/picture/scenes.ts';

type NetworkChoice = Exclude<ModuleChoice, { readonly kind: 'toy' }>;

/** A network of the list, and its modules with a branch to fold. */
export interface ListedNetwork {
	/** Slug, or `file`. */
	readonly key: string;
	readonly name: string;
	readonly modules: readonly ModuleInGraph[];
	/** The choice that means one of them. */
	readonly choose: (module: string) => NetworkChoice;
}

/** The network that has to be open; equal keys mean the same one. */
export function networkKey(source: NetworkChoice): string {
	return source.kind === 'file' ? `file ${source.id}` : `shipped ${source.slug}`;
}

/** The module that has to be open. */
export function moduleKey(source: ModuleChoice): string {
	return source.kind === 'toy' ? 'toy' : `${networkKey(source)} ${source.module}`;
}

/** Those of this site that have branches to fold. */
const SITE_NETWORKS: readonly ListedNetwork[] = SHIPPED_NETWORKS.map(
	({ slug, name, architecture }): ListedNetwork => ({
		key: slug,
		name,
		modules: buildNetwork(architecture, 'training-time').modules.filter(hasFoldableBranch),
		choose: (module) => ({ kind: 'shipped', slug, module })
	})
).filter(({ modules }) => modules.length > 0);

export class FoldNetworks {
	readonly #cards: CardSource;
	readonly #drawer: Drawer;
	readonly #modules = new Map<string, FoldableModule>();
	#file: ListedNetwork | null = $state.raw(null);
	#progress: number | null = $state(null);
	/** Calls that open a network and have not ended. */
	#opening = 0;

	constructor(cards: CardSource, drawer: Drawer) {
		this.#cards = cards;
		this.#drawer = drawer;
	}

	/** Networks to choose from. */
	get listed(): readonly ListedNetwork[] {
		return this.#file ? [...SITE_NETWORKS, this.#file] : SITE_NETWORKS;
	}

	/** 0 to 1 while a network is fetched or read; null otherwise. */
	get progress(): number | null {
		return this.#progress;
	}

	/**
	 * A module with what goes into it; the same object as long as nothing has changed.
	 * @throws Error with one sentence when the network cannot be had
	 */
	async open(engine: LiveEngine, source: NetworkChoice, picture: string): Promise<FoldableModule> {
		const key = `${moduleKey(source)} ${picture}`;
		const known = this.#modules.get(key);
		if (known) return known;
		const info = await this.network(engine, source);
		const name = source.module === '' ? info.modules[0]!.name : source.module;
		const module = await engine.openNetworkModule(
			networkKey(source),
			name,
			await this.draw(picture, info)
		);
		this.#modules.clear();
		this.#modules.set(key, module);
		return module;
	}

	/** Opens the whole network in the engine, unless it is open there. */
	async network(engine: LiveEngine, source: NetworkChoice): Promise<OpenedNetwork> {
		this.#opening += 1;
		try {
			const wanted = await this.#sourceOf(source);
			const info = await engine.openNetwork(networkKey(source), wanted, ({ done }) => {
				// News of an opening that has ended may still be under way.
				if (this.#opening > 0) this.#progress = done;
			});
			if (source.kind === 'file') {
				const choose = (module: string): NetworkChoice => ({ ...source, module });
				this.#file = { key: 'file', name: info.name, modules: info.modules, choose };
			}
			return info;
		} finally {
			this.#opening -= 1;
			this.#progress = null;
		}
	}

	/** A sample scene in the network's size. */
	draw(picture: string, { inputShape: [, rows, columns] }: OpenedNetwork): Promise<Picture> {
		return this.#drawer.draw(sceneOf(picture), columns, rows);
	}

	async #sourceOf(source: NetworkChoice): Promise<NetworkSource> {
		return source.kind === 'file'
			? { kind: 'file', file: source.file }
			: { kind: 'shipped', file: await this.#cards.file(source.slug) };
	}
}
