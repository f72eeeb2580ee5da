/** The two workers of a session: they come together, and the engine can be lost and come back alone. */
import type { EngineConnection } from '#lib/engine/client.ts';
import type { OpenCamera } from '#lib/pictures/camera.ts';
import type { DrawerConnection } from '#lib/pictures/draw-client.ts';
import type { Sources } from './held.svelte.ts';
import type { PublishedSource } from '#lib/state/weights/load-network.ts';
import type { CardSource } from '#lib/state/weights/model-cards.ts';

/** Where a session gets its workers and cards. */
export interface Connections {
	readonly engine: () => EngineConnection;
	readonly drawer: () => DrawerConnection;
	readonly cards: CardSource;
	/** Absent: this browser's. */
	readonly camera?: OpenCamera;
	readonly published: PublishedSource;
}

export class Workers {
	readonly #connect: Connections;
	#engine: EngineConnection | null = null;
	#drawer: DrawerConnection | null = null;

	constructor(connect: Connections) {
		this.#connect = connect;
	}

	/** Null until they are started. */
	get sources(): Sources | null {
		if (!this.#engine || !this.#drawer) return null;
		const { cards, published } = this.#connect;
		return { engine: this.#engine, drawer: this.#drawer, cards, published };
	}

	get cards(): CardSource {
		return this.#connect.cards;
	}

	/**
	 * Starts what does not run yet.
	 * @param onfailure hears one sentence when the engine fails as a whole
	 * @throws Error where this browser has no workers
	 */
	start(onfailure: (message: string) => void): void {
		this.#engine ??= this.#connect.engine();
		this.#drawer ??= this.#connect.drawer();
		this.#engine.onfailure = onfailure;
	}

	/** Stops the engine's call that is under way. */
	cancel(): void {
		void this.#engine?.cancel();
	}

	closeEngine(): void {
		this.#engine?.close();
		this.#engine = null;
	}

	close(): void {
		this.closeEngine();
		this.#drawer?.close();
		this.#drawer = null;
	}
}
