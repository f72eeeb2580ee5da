/**
 * A picture that moves under the reader's hand, and the network that follows it. While one picture is
 * run, the next is drawn in a worker of its own, unless it is small; of what is asked for meanwhile only
 * the newest counts.
 */
import { tick } from 'svelte';
import type { FrameRequest, FrameResult, NetworkInfo } from '#lib/engine/protocol.ts';
import type { SmallMap } from '#lib/core/maps/small-map.ts';
import type { Drawer } from '#lib/pictures/draw-client.ts';
import { toRgba, type Picture } from '#lib/pictures/picture.ts';
import type { Scene } from '#lib/pictures/scenes/scene.ts';
import type { InputPicture } from './input-picture.ts';

export interface LiveRequest extends Omit<FrameRequest, 'picture' | 'spare'> {
	/** Of what `paint` makes, where that is known. */
	readonly scene?: Scene;
	/** Makes the picture when its turn has come; its bytes are taken over. */
	readonly paint: (drawer: Drawer, columns: number, rows: number) => Promise<Picture>;
	/** Of the choice that the picture stands for. */
	readonly pictureKey: string;
	readonly network: NetworkInfo;
	/** When the reader's hand moved, on the clock of `performance`. */
	readonly since: number;
}

/** What is shown in place of the last run's results. */
export interface LiveFrame extends Omit<FrameResult, 'picture'> {
	readonly network: NetworkInfo;
	readonly form: FrameRequest['form'];
	readonly layerName: string;
	readonly pictureKey: string;
	readonly shown: InputPicture['shown'];
	/** By the name of the layer. */
	readonly smallMaps: ReadonlyMap<string, SmallMap>;
}

/** Who draws, and who runs. */
export interface FrameSource {
	readonly drawer: Drawer;
	readonly run: (request: FrameRequest) => Promise<FrameResult>;
}

/**
 * Pixels of the largest input for which the engine draws scenes itself: most take it less time than a
 * picture takes from another worker through a page that is painting.
 */
const ENGINE_DRAWS = 96 * 96;

/** Name of the measure from the reader's hand to the painted maps. */
const MEASURE = 'dial-to-maps';

export class LiveFrames {
	readonly #onfail: (error: unknown) => void;
	/** Raised when everything asked for before has lost its interest; late answers carry another one. */
	#number = 0;
	#wanted: LiveRequest | null = null;
	#drawn: { readonly request: LiveRequest; readonly picture: FrameRequest['picture'] } | null =
		null;
	/** Of the overview before the one on view. */
	#spare: ArrayBuffer | null = null;
	#drawing = false;
	#running = false;
	/** The newest frame; stays until `clear`. */
	frame: LiveFrame | null = $state.raw(null);

	/** @param onfail hears why the frames stopped; those under way are given up */
	constructor(onfail: (error: unknown) => void) {
		this.#onfail = onfail;
	}

	/** Asks for a frame. What waits from before is replaced; what is under way is still shown. */
	show(request: LiveRequest, source: FrameSource): void {
		this.#wanted = request;
		if (!this.#drawing) void this.#try(() => this.#drawAll(source));
	}

	/** Drops what is under way and what waits; the last frame stays on view. */
	stop(): void {
		this.#number++;
		this.#wanted = null;
		this.#drawn = null;
	}

	/** Back to the results of the last run. */
	clear(): void {
		this.stop();
		this.frame = null;
		performance.clearMeasures(MEASURE);
	}

	async #drawAll(source: FrameSource): Promise<void> {
		this.#drawing = true;
		try {
			while (this.#wanted) {
				const request = this.#wanted;
				const number = this.#number;
				this.#wanted = null;
				const [, rows, columns] = request.network.inputShape;
				const { scene } = request;
				const picture =
					scene && rows * columns <= ENGINE_DRAWS
						? scene
						: await request.paint(source.drawer, columns, rows);
				if (number !== this.#number) continue;
				this.#drawn = { request, picture };
				if (!this.#running) void this.#try(() => this.#runAll(source));
			}
		} finally {
			this.#drawing = false;
		}
	}

	async #runAll(source: FrameSource): Promise<void> {
		this.#running = true;
		try {
			while (this.#drawn) {
				const { request, picture } = this.#drawn;
				const number = this.#number;
				this.#drawn = null;
				const { form, layer, maps, small, overview } = request;
				const spare = this.#spare;
				this.#spare = null;
				const result = await source.run({ picture, form, layer, maps, small, overview, spare });
				if (number === this.#number) void this.#present(request, result);
			}
		} finally {
			this.#running = false;
		}
	}

	async #present(
		{ network, form, layer: layerName, pictureKey, small, since }: LiveRequest,
		{ picture, ...result }: FrameResult
	): Promise<void> {
		const { width, height } = picture;
		const shown = { width, height, rgba: toRgba(picture) };
		const smallMaps = new Map(small.map((name, index) => [name, result.small[index]!]));
		const before = this.frame?.overview;
		this.frame = { ...result, network, form, layerName, pictureKey, shown, smallMaps };
		// The page has painted everything once its state has settled.
		await tick();
		this.#spare = before?.picture.rgba.buffer ?? null;
		performance.measure(MEASURE, { start: since, end: performance.now() });
	}

	async #try(work: () => Promise<void>): Promise<void> {
		const number = this.#number;
		try {
			await work();
		} catch (error) {
			if (number !== this.#number) return;
			this.stop();
			this.#onfail(error);
		}
	}
}
