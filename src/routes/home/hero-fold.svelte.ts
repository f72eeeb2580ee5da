/** How far the reader has folded the module of the start page, and what the engine finds there. */
import { tensorOf } from '#lib/core/fold/fold.ts';
import { largestDifference } from '#lib/core/tensor.ts';
import { TOY_PICTURES } from '#lib/core/fold/toy-module.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { heldModule, REFERENCE, SHARES } from './hero-fold.ts';

interface Found {
	/** Steps of the slider. */
	readonly step: number;
	/** Largest |training-time − held|. */
	readonly difference: number;
	readonly backend: string;
}

const input = TOY_PICTURES.diagonal;

export class HeroFold {
	readonly answer: LiveAnswer<number, Found>;
	#step = $state(0);

	constructor(lab: LiveLab) {
		this.answer = new LiveAnswer(lab, async (engine, step) => {
			const held = heldModule(step / SHARES);
			const before = await engine.runGraph({ ...REFERENCE, input, keep: [] });
			const after = await engine.runGraph({ ...held, input, keep: [] });
			const difference = largestDifference(
				tensorOf(before.maps, REFERENCE.graph.output),
				tensorOf(after.maps, held.graph.output)
			);
			return { step, difference, backend: after.backend };
		});
	}

	/** 0 to `SHARES`. */
	get step(): number {
		return this.#step;
	}

	/** Of the branch, 0 to 1. */
	get share(): number {
		return this.#step / SHARES;
	}

	moveTo = (step: number): void => {
		this.#step = step;
		this.ask();
	};

	/** Has the engine run the module as it is held now, and the original. */
	ask = (): void => this.answer.ask(this.#step);
}
