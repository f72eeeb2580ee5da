/** What the code of a cell starts from: the toy's tensors, and what the snippets before it make. */
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { TOY_PICTURES, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import type { KernelScope } from '#lib/kernel/client.ts';
import { snippetChain } from '#lib/lesson/source/snippet-chain.ts';
import { snippetLines } from './snippets.ts';

/** A snippet in TensorFlow.js as text. */
export function codeOf(snippet: string): string {
	return snippetLines(snippet, 'tensorflow')
		.map(({ text }) => text)
		.join('\n');
}

export function scopeOf(snippet: string): KernelScope {
	const before = snippetChain(snippet, FOLD_STEPS).slice(0, -1);
	return {
		values: { weights: Object.fromEntries(TOY_STATE), picture: TOY_PICTURES.diagonal },
		before: before.map(codeOf).join('\n')
	};
}
