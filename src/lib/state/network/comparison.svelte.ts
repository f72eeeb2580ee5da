/**
 * Two runs side by side: A is what the page shows, B a second run in a worker of its own, so that A's
 * maps stay at hand and its dials never wait for B. B follows once A rests; then the layers of both are
 * compared one after another, and both are timed in turns where that is quick.
 */
import { untrack } from 'svelte';
import {
	pairLayers,
	type LayerPair,
	type ValueDifference
} from '#lib/core/maps/layer-difference.ts';
import type { LayerInfo } from '#lib/core/cost/form-info.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { Engine } from '#lib/engine/protocol.ts';
import { medianOf } from '#lib/measure/median-interval.ts';
import type { Choices } from './choices.ts';
import { otherChoices } from './comparison-choice.ts';
import { isAbort, type Run } from './held.svelte.ts';
import type { NetworkSession } from './network-session.svelte.ts';
import { runKey } from './next-step.ts';

interface ComparedLayer extends LayerPair<LayerInfo> {
	/** Null where the layer cannot be compared. */
	readonly difference: ValueDifference | null;
}

/** Medians of runs taken in turns. */
export interface ComparedTimes {
	readonly a: number;
	readonly b: number;
	readonly rounds: number;
}

export interface RunDifferences {
	readonly a: Run;
	readonly b: Run;
	/** In running order; those that were looked at so far. */
	readonly layers: readonly ComparedLayer[];
	/** Whether all of them were. */
	readonly isWhole: boolean;
	/** Null where runs take too long to be repeated, or have not been yet. */
	readonly times: ComparedTimes | null;
}

/** The layer that A shows, in both runs. */
interface ComparedMaps {
	readonly layer: string;
	readonly a: Tensor;
	/** Null where B has no such layer. */
	readonly b: Tensor | null;
}

/** From one painting of what was compared so far to the next, in milliseconds. */
const PAINT_EVERY = 400;
/**
 * Both are run in turns for about so long, in milliseconds, and at most and at least so often. A dial that
 * moves meanwhile waits for one run of A at most, as long as for one of its own frames.
 */
const TURNS = { milliseconds: 2000, most: 15, least: 4 } as const;
/** The first of these runs do not count: B's worker is still cold. */
const WARMING = 1 / 3;
/** Slower networks are not run again, in milliseconds. */
const TOO_SLOW = 1000;

interface Engines {
	readonly a: Engine;
	readonly b: Engine;
}

export class Comparison {
	readonly #shown: NetworkSession;
	readonly #open: () => NetworkSession;
	/** What B was last asked for; it is asked once, also when it fails. */
	#asked = '';
	#work: { readonly a: Run; readonly b: Run } | null = null;
	/** Null while nothing is compared. */
	other: NetworkSession | null = $state.raw(null);
	differences: RunDifferences | null = $state.raw(null);
	/** Those of before stay until those of both runs are there. */
	maps: ComparedMaps | null = $state.raw(null);

	/** @param open starts a second session, which this one closes */
	constructor(shown: NetworkSession, open: () => NetworkSession) {
		this.#shown = shown;
		this.#open = open;
	}

	/** Whether what is compared is what is chosen; false while a picture moves. */
	get isCurrent(): boolean {
		const { differences, other } = this;
		const shown = this.#shown;
		return (
			shown.matches &&
			other?.error === null &&
			other.matches &&
			differences?.a === shown.held.run &&
			differences?.b === other.held.run
		);
	}

	/** Does what the choices ask for next. Call it in an effect: it reads what it depends on. */
	follow(): void {
		const { choices, layer, restingEngine } = this.#shown;
		const otherRests = Boolean(this.other?.restingEngine && this.other.held.maps);
		const mapsAreThere = Boolean(this.#shown.held.maps);
		const { compare } = choices;
		untrack(() => {
			if (!compare) {
				this.close();
				return;
			}
			if (!restingEngine) return;
			this.#ask(otherChoices(choices, compare, layer));
			if (!otherRests || !mapsAreThere) return;
			this.#showMaps();
			void this.#compare();
		});
	}

	/** Asks for the same second run once more, after it failed or was stopped. */
	again(): void {
		this.#asked = '';
		this.follow();
	}

	/** Ends B's worker, which gives its memory back. */
	close(): void {
		this.other?.close();
		this.other = null;
		this.differences = null;
		this.maps = null;
		this.#work = null;
		this.#asked = '';
	}

	#ask(wanted: Choices): void {
		const key = `${runKey(wanted)} | ${wanted.layer}`;
		if (key === this.#asked) return;
		this.#asked = key;
		const other = (this.other ??= this.#begin());
		other.choose(wanted);
		other.start();
	}

	/** Takes the maps on view over, once both are of the present runs and of the layer that is shown. */
	#showMaps(): void {
		const { run, maps: a } = this.#shown.held;
		const { run: otherRun, maps: b } = this.other?.held ?? {};
		if (!run || !otherRun || !a || !b) return;
		if (a.run !== run.key || b.run !== otherRun.key || a.layer !== this.#shown.layer) return;
		const hasLayer = otherRun.form.layers.some(({ name }) => name === a.layer);
		if (hasLayer && b.layer !== a.layer) return;
		this.maps = { layer: a.layer, a: a.tensor, b: hasLayer ? b.tensor : null };
	}

	#begin(): NetworkSession {
		const other = this.#open();
		// Nobody sees maps of B but those of the chosen layer.
		other.held.wantedSmall = [];
		return other;
	}

	/** Both engines, as long as they hold the runs that are compared. */
	#engines(work: { readonly a: Run; readonly b: Run }): Engines | null {
		const a = this.#shown.restingEngine;
		const b = this.other?.restingEngine;
		const same = this.#shown.held.run === work.a && this.other?.held.run === work.b;
		return a && b && same ? { a, b } : null;
	}

	async #compare(): Promise<void> {
		const { run: a } = this.#shown.held;
		const b = this.other?.held.run;
		if (!a || !b || (this.#work?.a === a && this.#work.b === b)) return;
		const work = { a, b };
		this.#work = work;
		try {
			const layers = await this.#compareLayers(work);
			const times = layers && (await this.#takeTimes(work));
			if (layers && times && this.#work === work) {
				this.differences = { a, b, layers, isWhole: true, times };
			}
		} catch (error) {
			if (this.#work === work && !isAbort(error)) this.other?.refuse(error);
		}
		// Left half-way: it begins anew when both are at rest again.
		if (this.#work === work && !this.differences?.isWhole) this.#work = null;
	}

	/** Null when the runs were replaced meanwhile. */
	async #compareLayers(work: {
		readonly a: Run;
		readonly b: Run;
	}): Promise<readonly ComparedLayer[] | null> {
		const { a, b } = work;
		const pairs = pairLayers(a.form.layers, b.form.layers);
		const layers: ComparedLayer[] = [];
		let painted = performance.now();
		for (const pair of pairs) {
			const engines = this.#engines(work);
			if (!engines) return null;
			const difference = pair.comparable ? await differenceOf(engines, pair.name) : null;
			if (this.#work !== work) return null;
			layers.push({ ...pair, difference });
			const isWhole = layers.length === pairs.length;
			if (isWhole || performance.now() - painted > PAINT_EVERY) {
				painted = performance.now();
				this.differences = { a, b, layers: [...layers], isWhole, times: null };
			}
		}
		return layers;
	}

	async #takeTimes(work: { readonly a: Run; readonly b: Run }): Promise<ComparedTimes | null> {
		const { a, b } = work;
		if (Math.max(a.result.milliseconds, b.result.milliseconds) > TOO_SLOW) return null;
		const times: { a: number[]; b: number[] } = { a: [], b: [] };
		const started = performance.now();
		const isOver = (rounds: number) =>
			rounds >= TURNS.least &&
			(rounds >= TURNS.most || performance.now() - started > TURNS.milliseconds);
		while (!isOver(times.b.length)) {
			const engines = this.#engines(work);
			if (!engines) return null;
			times.a.push((await engines.a.run(a.picture.input, a.result.form)).milliseconds);
			times.b.push((await engines.b.run(b.picture.input, b.result.form)).milliseconds);
		}
		const warming = Math.floor(times.b.length * WARMING);
		const rounds = times.b.length - warming;
		const median = (all: readonly number[]) => medianOf(all.slice(warming));
		return { a: median(times.a), b: median(times.b), rounds };
	}
}

/** From worker to worker: values of A are handed on to B unread, and B looks at both. */
async function differenceOf({ a, b }: Engines, layer: string): Promise<ValueDifference> {
	return b.difference(layer, await a.maps(layer));
}
