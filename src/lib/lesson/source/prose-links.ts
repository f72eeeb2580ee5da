/**
 * Links in a lesson's text, by scheme:
 * `glossary:key`, `cite:key`, `op:dw` (a coloured word), `figure:id` and `figure:id.part`,
 * `lesson:slug` and `lesson:slug#cell`, `paper:table/row/column` (a published number), `page:lab`. They work without JavaScript and under any base path, since
 * they are relative: a lesson stands at `lessons/<slug>/`, terms and references at `about/`.
 */
import { describeFound, oneOf } from './lesson-error.ts';
import type { Html } from '#lib/lesson/lesson.ts';
import { NAME, NAME_WORDS } from './names.ts';
import { OPERATIONS } from './set-formula.ts';

export type ProseLink =
	| { readonly kind: 'glossary'; readonly key: string }
	| { readonly kind: 'cite'; readonly key: string }
	| { readonly kind: 'op'; readonly operation: string }
	| { readonly kind: 'page'; readonly page: string }
	| { readonly kind: 'paper'; readonly path: string }
	| { readonly kind: 'figure'; readonly id: string; readonly part: string | null }
	| { readonly kind: 'lesson'; readonly slug: string; readonly cell: string | null };

/** What the links of a text may lead to. */
export interface LinkTargets {
	/** Keys of `content/glossary.yaml`. */
	readonly terms: ReadonlySet<string>;
	/** Keys of `content/references.yaml`. */
	readonly references: ReadonlySet<string>;
	/** Slugs. */
	readonly lessons: ReadonlySet<string>;
	/** Published numbers by their paths; throws for a path that names none. */
	readonly published: (path: string) => number;
	/** Ids of the figures in the same lesson, and of the gates that hold one. */
	readonly figures: ReadonlySet<string>;
}

/** Why a link is refused. */
interface LinkFault {
	readonly expected: string;
	readonly found: string;
}

const SCHEMES = 'a link to glossary:, cite:, op:, figure:, lesson:, page: or paper:';

/** Pages that are no lessons, by their addresses. */
const PAGES = ['network', 'lab', 'results', 'gallery', 'about'] as const;

/**
 * Reads a link's address. Whether `lesson:slug#cell` names a cell that exists is not looked at: the
 * other lesson may not have been read yet.
 * @param text what is linked
 * @param targets null where only coloured words may stand
 */
export function parseLink(
	address: string,
	text: string,
	targets: LinkTargets | null
): ProseLink | LinkFault {
	const [, scheme = '', target = ''] = /^([a-z]+):(.*)$/s.exec(address) ?? [];
	if (scheme === 'op') {
		return among('an operation', OPERATIONS, target, { kind: 'op', operation: target });
	}
	if (!targets) return { expected: 'op: and no other link here', found: describeFound(address) };
	switch (scheme) {
		case 'glossary': {
			const link = { kind: scheme, key: target } as const;
			return among('a term of content/glossary.yaml', targets.terms, target, link);
		}
		case 'cite': {
			const link = { kind: scheme, key: target } as const;
			return among('a key of content/references.yaml', targets.references, target, link);
		}
		case 'figure':
			return figureLink(target, targets);
		case 'lesson':
			return lessonLink(target, targets);
		case 'page':
			return among('a page', PAGES, target, { kind: scheme, page: target });
		case 'paper':
			return publishedLink(target, text, targets);
		default: {
			const hint = ' (addresses outside the site stand in content/references.yaml)';
			const expected = /^https?$/.test(scheme) ? SCHEMES + hint : SCHEMES;
			return { expected, found: describeFound(address) };
		}
	}
}

function figureLink(target: string, { figures }: LinkTargets): ProseLink | LinkFault {
	const [, id = '', part = null] = /^([^.]*)(?:\.(.*))?$/s.exec(target) ?? [];
	if (part !== null && !/^[a-z][A-Za-z0-9]*$/.test(part)) {
		return { expected: 'the name of a part, of letters and digits', found: describeFound(part) };
	}
	return among('a figure of this lesson', figures, id, { kind: 'figure', id, part });
}

function lessonLink(target: string, { lessons }: LinkTargets): ProseLink | LinkFault {
	const [, slug = '', cell = null] = /^([^#]*)(?:#(.*))?$/s.exec(target) ?? [];
	if (cell !== null && !NAME.test(cell)) {
		return { expected: `the id of a cell, ${NAME_WORDS}`, found: describeFound(cell) };
	}
	return among('a lesson', lessons, slug, { kind: 'lesson', slug, cell });
}

/** The text must be the number, so that none can be changed by hand. */
function publishedLink(
	path: string,
	text: string,
	{ published }: LinkTargets
): ProseLink | LinkFault {
	let value: number;
	try {
		value = published(path);
	} catch (error) {
		const expected = 'the path of a published number';
		return { expected, found: error instanceof Error ? error.message : describeFound(path) };
	}
	const shown = Number(text.replaceAll(',', '').replace('−', '-'));
	if (text.trim() !== '' && shown === value) return { kind: 'paper', path };
	return { expected: `the published number ${value} as the text`, found: describeFound(text) };
}

function among(
	kind: string,
	names: Iterable<string>,
	name: string,
	link: ProseLink
): ProseLink | LinkFault {
	const all = new Set(names);
	return all.has(name) ? link : { expected: oneOf(kind, all, name), found: describeFound(name) };
}

/**
 * A link as HTML. All that goes into attributes has been checked to be a name.
 * @param html of the text that is linked
 */
export function linkHtml(link: ProseLink, html: Html): Html {
	switch (link.kind) {
		case 'glossary':
			return `<a class="term" href="../../about/#term-${link.key}" data-term="${link.key}">${html}</a>`;
		case 'cite':
			return `<a class="cite" href="../../about/#ref-${link.key}" data-ref="${link.key}">${html}</a>`;
		case 'paper':
			return `<a class="term number" href="../../results/" data-term="paper:${link.path}">${html}</a>`;
		case 'page':
			return `<a href="../../${link.page}/">${html}</a>`;
		case 'op':
			return `<span class="op-${link.operation}">${html}</span>`;
		case 'figure': {
			const part = link.part === null ? '' : ` data-part="${link.part}"`;
			return `<a class="pointer" href="#${link.id}" data-figure="${link.id}"${part}>${html}</a>`;
		}
		case 'lesson':
			return `<a href="../${link.slug}/${link.cell === null ? '' : `#${link.cell}`}">${html}</a>`;
	}
}
