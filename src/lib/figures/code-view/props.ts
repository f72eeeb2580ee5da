import * as v from 'valibot';
import { snippetNames } from './snippets.ts';

export const schema = v.strictObject({
	/** A folder of `content/snippets/`. */
	snippet: v.pipe(
		v.picklist(snippetNames),
		v.description('Which piece of code: the name of a folder in content/snippets.')
	),
	/** Id of a figure on the same page; null: none. */
	figure: v.pipe(
		v.optional(v.nullable(v.string()), null),
		v.description(
			'Id of a figure on the same page whose parts the lines make: a line and its part then light up together.'
		)
	)
});

export type Props = v.InferOutput<typeof schema>;
