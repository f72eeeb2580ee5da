/**
 * In which order the snippets of `content/snippets/` run: each in the names that those before it have
 * left. The first of every chain is the prologue, which makes the module's parts.
 */

/** What a snippet needs beside the prologue. */
const BUILDS_ON: Readonly<Record<string, readonly string[]>> = {
	'cost-of-width': ['round-channels'],
	'switch-to-deploy': ['fold-module'],
	'relu-place': ['fold-module']
};

/**
 * All snippets to run for `name`, which comes last.
 * @param steps the steps of the fold: `fold-<step>` builds on the steps before it
 */
export function snippetChain(name: string, steps: readonly string[]): string[] {
	if (name === 'prologue') return [name];
	const ofSteps = steps.map((step) => `fold-${step}`);
	const step = ofSteps.indexOf(name);
	const before = step >= 0 ? ofSteps.slice(0, step) : (BUILDS_ON[name] ?? []);
	return ['prologue', ...before, name];
}
