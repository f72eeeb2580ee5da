/** The order in which the snippets run (`lesson/source/snippet-chain.ts`), with the steps of the fold put in. */
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { snippetChain as chainOf } from '#lib/lesson/source/snippet-chain.ts';

/** All snippets to run for `name`, which comes last. */
export function snippetChain(name: string): string[] {
	return chainOf(name, FOLD_STEPS);
}
