/**
 * The snippets of `content/snippets/`, and in which order they run: each in the names that those before
 * it have left. The first of every chain is the prologue, which makes the module's parts.
 */
import { FOLD_STEPS } from '#lib/core/fold-step-names.ts';

/** What a snippet needs beside the prologue. */
const BUILDS_ON: Readonly<Record<string, readonly string[]>> = {
	'switch-to-deploy': ['fold-module'],
	'relu-place': ['fold-module']
};

const stepSnippets = FOLD_STEPS.map((step) => `fold-${step}`);

/** All snippets to run for `name`, which comes last. */
export function snippetChain(name: string): string[] {
	if (name === 'prologue') return [name];
	const step = stepSnippets.indexOf(name);
	const before = step >= 0 ? stepSnippets.slice(0, step) : (BUILDS_ON[name] ?? []);
	return ['prologue', ...before, name];
}
