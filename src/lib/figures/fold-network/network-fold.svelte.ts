/** A trained network that folds module by module: how many are folded, and what the last run gave. */
import { hasFoldableBranch } from '#lib/core/fold/fold-graphs.ts';
import type { ModuleInGraph } from '#lib/core/graph.ts';
import { countGraph } from '#lib/core/cost/counts.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import type { NetworkFoldResult } from '#lib/engine/live-protocol.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { networkKey, type FoldNetworks } from '#lib/state/fold/fold-networks.svelte.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';

interface Request {
	readonly folded: number;
	readonly picture: string;
}

interface Answer extends NetworkFoldResult {
	readonly shown: Picture;
}

/** What shapes alone tell of the network, before it is fetched. */
export interface NetworkCounts {
	readonly parameters: number;
	readonly operations: number;
}

export class NetworkFold {
	readonly networks: FoldNetworks;
	readonly modules: readonly ModuleInGraph[];
	readonly #lab: LiveLab;
	readonly #slug: string;
	readonly #answer: LiveAnswer<Request, Answer>;
	#folded = $state(0);
	#picture = $state('');
	#started = $state(false);

	/** @throws Error when the site ships no network of that name */
	constructor(lab: LiveLab, networks: FoldNetworks, slug: string, picture: string) {
		const shipped = SHIPPED_NETWORKS.find((network) => network.slug === slug);
		if (!shipped) throw new Error(`This site has no network called "${slug}".`);
		this.#lab = lab;
		this.networks = networks;
		this.#slug = slug;
		this.#picture = picture;
		const architecture = shipped.architecture;
		this.modules = buildNetwork(architecture, 'training-time').modules.filter(hasFoldableBranch);
		this.countsOf = (folded) => {
			const names = new Set(this.modules.slice(0, folded).map(({ name }) => name));
			const graph = buildNetwork(architecture, 'training-time', names);
			return {
				parameters: countGraph(graph, [1, ...architecture.inputShape]).parameters,
				operations: graph.nodes.filter(({ operation }) => operation.kind !== 'dropout').length
			};
		};
		this.#answer = new LiveAnswer(lab, async (engine, { folded, picture: name }) => {
			const source = { kind: 'shipped', slug, module: '' } as const;
			const info = await this.networks.network(engine, source);
			const shown = await this.networks.draw(name, info);
			return { ...(await engine.foldNetwork(networkKey(source), folded, shown)), shown };
		});
	}

	/** Counts of the network with its first modules folded. */
	readonly countsOf: (folded: number) => NetworkCounts;

	get slug(): string {
		return this.#slug;
	}

	get folded(): number {
		return this.#folded;
	}

	get picture(): string {
		return this.#picture;
	}

	/** The newest run; null before the first. */
	get live(): Answer | null {
		return this.#answer.current;
	}

	get error(): string | null {
		return this.#lab.failure ?? this.#answer.error;
	}

	/** Begins to run live; called when the figure comes near the screen, and again after a failure. */
	start = (): void => {
		this.#started = true;
		this.#ask();
	};

	foldTo = (folded: number): void => {
		this.#folded = Math.min(this.modules.length, Math.max(0, folded));
		this.#ask();
	};

	choosePicture = (picture: string): void => {
		this.#picture = picture;
		this.#ask();
	};

	#ask(): void {
		if (this.#started) this.#answer.ask({ folded: this.#folded, picture: this.#picture });
	}
}
