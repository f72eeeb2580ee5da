/** One number and what it was made of, with the part of the picture that it sees, as a sheet. */
import type { Followed } from '#lib/core/follow/follow-term.ts';
import { spanSize, type ReceptiveField } from '#lib/core/network/receptive-field.ts';
import { followLines } from '#lib/figures/follow-number/follow-lines.ts';
import {
	resultAmount,
	resultLabel,
	ruleSentence,
	termLabel,
	type NameOf
} from '#lib/figures/follow-number/follow-words.ts';
import { trailSteps } from '#lib/figures/follow-number/trail-steps.ts';
import type { Picture } from '#lib/scene/atlas.ts';
import type { SheetBody, TableBody } from '#lib/scene/view-content.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { formatCell, formatExact } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { fieldSentences } from '../inside/field-words.ts';
import type { Inside } from '../inside/inside.svelte.ts';
import { networkSourceName } from '../inside/number-names.ts';
import { viewOfRun, type SavedView, type View } from './saved-view.ts';

/** Side of the picture. */
const SIDE = 240;

/** The number that the reader has come to; null before one is followed. */
export function saveNumber(
	session: NetworkSession,
	inside: Inside,
	words: Strings
): SavedView | null {
	const { followed, network, trail, field } = inside;
	if (!followed || !network) return null;
	const nameOf = (source: (typeof trail)['at']) => networkSourceName(network, source, words);
	return viewOfRun(session, words, ({ picture }) => {
		const shown = session.frame?.shown ?? picture.shown;
		const view = numberView({ followed, path: trail.path, nameOf, field, picture: shown }, words);
		const step = trail.path.length > 1 ? `-step-${trail.path.length}` : '';
		return { ...view, part: `${session.layer}-number${step}` };
	});
}

interface FollowedNumber<Source> {
	readonly followed: Followed<Source>;
	/** From the number that was asked for to this one. */
	readonly path: readonly Source[];
	readonly nameOf: NameOf<Source>;
	/** Null for a weight. */
	readonly field: ReceptiveField | null;
	readonly picture: Picture;
}

export function numberView<Source>(
	{ followed, path, nameOf, field, picture }: FollowedNumber<Source>,
	words: Strings
): Omit<View, 'part'> {
	const { tensors, inside, viewPng } = words;
	const { full } = nameOf(followed.source);
	const { decimals } = followLines(followed, new Set());
	const shown = formatCell(followed.value, decimals);
	const inFull = formatExact(followed.value);
	const way = wayBack(path, nameOf, words);
	return {
		title: viewPng.oneNumber(shown),
		lines: [
			inFull === shown ? full : viewPng.inFull(full, tensors.inFull(inFull)),
			...(way === '' ? [] : [way])
		],
		bodies: [
			{ kind: 'text', text: ruleSentence(followed, tensors) },
			...(followed.terms.length > 0 ? [termsTable(followed, nameOf, tensors)] : []),
			...(field ? seenBodies(field, picture, inside) : []),
			...(field ? [] : [{ kind: 'text' as const, text: inside.weightSees }])
		],
		legends: []
	};
}

/** The numbers from the one that was asked for to this one; '' for the first. */
function wayBack<Source>(
	path: readonly Source[],
	nameOf: NameOf<Source>,
	{ tensors, viewPng }: Strings
): string {
	const { before, folded, after } = trailSteps(path, false);
	const names = (steps: typeof before) => steps.map(({ source }) => nameOf(source).short);
	const between = folded > 0 ? [tensors.stepsBetween(String(folded))] : [];
	const all = [...names(before), ...between, ...names(after)];
	return all.length > 0 ? viewPng.wayBack(all.join(' ← ')) : '';
}

function termsTable<Source>(
	followed: Followed<Source>,
	nameOf: NameOf<Source>,
	words: Strings['tensors']
): TableBody {
	const { lines, rounding, results } = followLines(followed, new Set());
	const row = (label: string, amount: string) => ({
		label,
		amount,
		factors: '',
		note: '',
		isResult: false
	});
	const rows = lines.map((line) => {
		if (line.kind === 'group') return row(words[line.group](String(line.count)), line.amount ?? '');
		const label = termLabel(line.term, followed.terms, nameOf, words);
		if (line.factors.length === 1) return row(label, line.amount);
		const sign = line.term.minus ? '−\u202f' : '';
		const product = sign + line.factors.map(({ text }) => text).join(' × ');
		const note = line.rounding ? words.rounded(line.rounding) : '';
		return { ...row(label, line.amount), factors: product, note };
	});
	return {
		kind: 'table',
		heads: [words.term, words.product, words.gives],
		rows: [
			...rows,
			...(rounding ? [row(words.rounding, rounding)] : []),
			...results.map((result) => ({
				...row(resultLabel(result, words), resultAmount(result)),
				isResult: true
			}))
		]
	};
}

/** The picture with a ring around what the number sees, and the same in words. */
function seenBodies(
	field: ReceptiveField,
	picture: Picture,
	words: Strings['inside']
): SheetBody[] {
	const { rows, columns } = field.seen;
	const ring = {
		...{ left: columns.first, top: rows.first },
		...{ width: spanSize(columns), height: spanSize(rows) }
	};
	const magnification = Math.max(1, Math.floor(SIDE / picture.width));
	const name = words.ofFollowed;
	return [
		{ kind: 'tensors', tensors: [{ name, picture, magnification, numbers: [], ring }] },
		{ kind: 'text', text: fieldSentences(field, picture, words, false).join(' ') }
	];
}
