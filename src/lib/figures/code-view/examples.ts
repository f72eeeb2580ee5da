import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'the whole fold': { snippet: 'fold-module', figure: null },
	'where the names come from': { snippet: 'prologue', figure: null }
};
