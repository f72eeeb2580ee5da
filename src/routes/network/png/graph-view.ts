/** Two networks operation by operation, as a sheet. */
import type { ComparedOperation } from '#lib/core/graph-difference.ts';
import {
	differenceOf,
	kindCells,
	nameGroups,
	type NamedGroup
} from '#lib/figures/graph-difference/graph-groups.ts';
import {
	changeWords,
	drawOperation,
	nameInBlock,
	summarize
} from '#lib/figures/graph-difference/graph-words.ts';
import type { Props } from '#lib/figures/graph-difference/props.ts';
import type { SheetBody } from '#lib/scene/view-content.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { graphOf } from '../compare/view.ts';
import { viewOfRuns, type SavedView, type View } from './saved-view.ts';

export function saveGraphs(
	{ a, b }: { readonly a: Run; readonly b: Run },
	words: Strings
): SavedView {
	return viewOfRuns({ a, b }, words, graphView({ a: graphOf(a), b: graphOf(b) }, words));
}

export function graphView(graphs: Props, { compare }: Strings): View {
	const words = compare.graph;
	const difference = differenceOf(graphs);
	const counts: SheetBody = {
		kind: 'columns',
		heads: Object.values(words.columns),
		rows: difference.kinds.map((count) => [words.kind[count.kind].several, ...kindCells(count)])
	};
	return {
		part: 'compared-operations',
		title: words.title,
		bodies: [
			{ kind: 'heading', text: summarize(difference, words).join(' ') },
			counts,
			{ kind: 'text', text: words.legend },
			...nameGroups(difference, words).flatMap((group) => groupBodies(group, compare))
		],
		legends: []
	};
}

/** Parts that are the same are named only: their operations would make the sheet too long to read. */
function groupBodies(
	{ first, alike, name, title }: NamedGroup,
	{ a, b, graph: words }: Strings['compare']
): SheetBody[] {
	const heading: SheetBody = { kind: 'heading', text: title };
	if (first.isSame) return [heading];
	const rows: SheetBody = {
		kind: 'compared',
		heads: { a, b },
		rows: first.rows.map((row) => ({
			a: row.a && cellOf(row.a, words),
			b: row.b && cellOf(row.b, words),
			sign: words.signs[row.mark],
			isSame: row.mark === 'same',
			changes: changeWords(row, words).join('; ')
		}))
	};
	return alike.length > 0
		? [heading, { kind: 'text', text: words.drawn(name) }, rows]
		: [heading, rows];
}

function cellOf(operation: ComparedOperation, words: Strings['compare']['graph']) {
	return {
		...drawOperation(operation, words),
		shape: operation.shape.join(' × '),
		name: nameInBlock(operation)
	};
}
