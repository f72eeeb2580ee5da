import { glossary, references } from '#lib/server/lessons.ts';

/** The sources and the words of all lessons; a link of a lesson leads to one of them. */
export const load = () => ({
	references,
	glossary: [...glossary].sort((a, b) => a.term.localeCompare(b.term, 'en'))
});
