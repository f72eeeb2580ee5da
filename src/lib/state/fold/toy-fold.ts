/** The toy of the fold stepper on its pictures, and its steps in plain numbers, before the engine is there. */
import type { FoldableModule } from '#lib/core/fold/fold-request.ts';
import type { FoldStep } from '#lib/core/fold/fold-step-names.ts';
import { computeFoldStep } from '#lib/core/fold/fold-step.ts';
import type { FoldStepView } from '#lib/core/fold/fold-view.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE, type ToyPicture } from '#lib/core/fold/toy-module.ts';
import type { FoldChoices } from './fold-choices.ts';

const toys = new Map(
	Object.entries(TOY_PICTURES).map(([name, input]): [string, FoldableModule] => [
		name,
		{ plan: TOY_PLAN, state: TOY_STATE, input }
	])
);

/** The toy on one of its pictures, the same object each time. */
export function toyModule(picture: string): FoldableModule {
	return toys.get(picture) ?? toys.get('diagonal' satisfies ToyPicture)!;
}

/**
 * A step without the engine: of the toy as it was changed, or of the toy in place of another module. The
 * statistics of a batch are left to the engine.
 */
export function stillStep(choices: FoldChoices, step: FoldStep): FoldStepView {
	const { source, channel, edits, breakages, picture } = choices;
	const toy = source.kind === 'toy';
	return computeFoldStep(toyModule(picture), {
		step,
		channel: toy ? Math.min(channel, TOY_PLAN.outChannels - 1) : 0,
		edits: toy ? edits : [],
		breakages: breakages.filter((breakage) => breakage !== 'batch-statistics')
	});
}
