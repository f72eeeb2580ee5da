import { error } from '@sveltejs/kit';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { TOY_PICTURES, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { setupCode } from '#lib/lesson/notebook/notebook-code.ts';
import { toNotebook } from '#lib/lesson/notebook/notebook.ts';
import { snippetChain } from '#lib/lesson/source/snippet-chain.ts';
import {
	findDraft,
	findLesson,
	lessons,
	pytorchSnippets,
	references
} from '#lib/server/lessons.ts';
import { en } from '#lib/strings/en.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => lessons.map(({ slug }) => ({ slug, file: slug }));

/** What stands in place of the site's address while pages are written, unless the build knows it. */
const UNKNOWN_ORIGIN = 'http://sveltekit-prerender';

/** The lesson as a notebook, `/lessons/<slug>/<slug>.ipynb`. */
export const GET: RequestHandler = ({ params, url }) => {
	const lesson = findLesson(params.slug);
	const draft = findDraft(params.slug);
	if (!lesson || !draft || params.file !== params.slug) error(404, 'There is no such notebook.');
	const notebook = toNotebook(draft, {
		words: en.notebook,
		references: lesson.references.flatMap((cited) => references.filter(({ key }) => key === cited)),
		addressOf: (slug) => (url.origin === UNKNOWN_ORIGIN ? null : new URL(`../${slug}/`, url).href),
		setup: setupCode(
			[...TOY_STATE].map(([name, tensor]) => ({ name, ...tensor })),
			TOY_PICTURES.diagonal
		),
		snippets: pytorchSnippets,
		chain: (snippet) => snippetChain(snippet, FOLD_STEPS)
	});
	return new Response(`${JSON.stringify(notebook, null, 1)}\n`, {
		headers: { 'content-type': 'application/x-ipynb+json' }
	});
};
