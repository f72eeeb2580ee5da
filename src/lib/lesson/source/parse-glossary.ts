/**
 * `content/glossary.yaml`: the words of the site, each defined once.
 *
 *     bias:
 *       term: bias
 *       definition: A number that is added to every output of a convolution.
 */
import * as v from 'valibot';
import type { GlossaryTerm } from '#lib/lesson/lesson.ts';
import { blockHtml } from './markdown.ts';
import { name, words } from './names.ts';
import type { Page } from './settle-markdown.ts';
import { YamlSource } from './yaml-source.ts';

const fields = v.record(name, v.strictObject({ term: words, definition: words }));

/** A definition is shown on top of other texts, where a link would lead away from both. */
const page: Page = { targets: null };

/**
 * The terms, in the order of the file.
 * @throws LessonError
 */
export function parseGlossary(source: string, file: string): GlossaryTerm[] {
	const yaml = new YamlSource(source, { file, line: 1, what: 'glossary' });
	return Object.entries(yaml.check(fields)).map(([key, { term, definition }]) => {
		const definitionHtml = blockHtml(yaml.text(definition, [key, 'definition']), page);
		return { key, term, definitionHtml };
	});
}
