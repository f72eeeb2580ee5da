/** The names that writers give: ids, keys and slugs. They stand in addresses, so they are short and plain. */
import * as v from 'valibot';

export const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const NAME_WORDS = 'a name of a-z and 0-9, words joined by -';

export const LONGEST_NAME = 48;

export const name = v.pipe(
	v.string(NAME_WORDS),
	v.regex(NAME, NAME_WORDS),
	v.maxLength(LONGEST_NAME, `a name of at most ${LONGEST_NAME} letters`)
);

/** A text that says something; Markdown where the field's own description says so. */
export const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
