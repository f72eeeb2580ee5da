/** The answers of two runs and what both cost, as a sheet. */
import { topClasses } from '#lib/core/maps/predictions.ts';
import type { SheetBody } from '#lib/scene/view-content.ts';
import { logitDifference } from '#lib/state/network/comparison-results.ts';
import type { RunDifferences } from '#lib/state/network/comparison.svelte.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import { formatExponent, formatPercent, formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { classRows, costRows, sayDifference, verdict } from '../compare/view.ts';
import { viewOfRuns, type SavedView, type View } from './saved-view.ts';

export function saveAnswers(differences: RunDifferences, words: Strings): SavedView {
	return viewOfRuns(differences, words, answersView(differences, words));
}

export function answersView(differences: RunDifferences, words: Strings): View {
	const { compare, viewPng } = words;
	const { a, b, times } = differences;
	const cost: SheetBody = {
		kind: 'columns',
		heads: ['', compare.a, compare.b, compare.ratio],
		rows: costRows(differences, compare).map((row) => [row.what, row.a, row.b, row.ratio])
	};
	return {
		part: 'compared-answers',
		title: viewPng.answers,
		bodies: [
			{ kind: 'heading', text: compare.predictions },
			...(sharedAnswers(a, b, words) ?? separateAnswers(a, b, words)),
			{ kind: 'heading', text: compare.cost },
			cost,
			{ kind: 'text', text: times ? compare.medians(String(times.rounds)) : compare.singleRuns }
		],
		legends: []
	};
}

/** Null where both know other classes. */
function sharedAnswers(a: Run, b: Run, { compare, network }: Strings): SheetBody[] | null {
	const rows = classRows(a, b, network.classNumber);
	const agreement = logitDifference(a, b);
	if (!rows || !agreement) return null;
	const ofBoth = (what: string) => [compare.a, compare.b].map((letter) => `${what} ${letter}`);
	const tolerance = compare.tolerance(formatExponent(agreement.tolerance));
	const largest = `${compare.largestLogit}: ${formatExponent(agreement.difference)}.`;
	return [
		{
			kind: 'columns',
			heads: [
				...[compare.class, ...ofBoth(compare.probability), ...ofBoth(compare.logit)],
				compare.aMinusB
			],
			rows: rows.map(({ name, shares, logits, difference }) => {
				return [name, ...shares, ...logits, sayDifference(difference)];
			})
		},
		{ kind: 'text', text: `${largest} ${verdict(agreement, a, b, compare)} ${tolerance}` }
	];
}

/** The five most probable classes of each. */
function separateAnswers(a: Run, b: Run, { compare, network, viewPng }: Strings): SheetBody[] {
	const tables = [a, b].flatMap((run, index): SheetBody[] => {
		const letter = index === 0 ? compare.a : compare.b;
		const isUntrained = run.network.source.kind === 'random';
		const table: SheetBody = {
			kind: 'columns',
			heads: [`${compare.class} ${letter}`, compare.probability, compare.logit],
			rows: topClasses(run.result.logits).map(({ index: at, probability, logit }) => [
				run.network.labels?.[at] ?? network.classNumber(String(at)),
				formatPercent(probability),
				formatValue(logit)
			])
		};
		return isUntrained ? [table, { kind: 'text', text: viewPng.untrained }] : [table];
	});
	return [{ kind: 'text', text: compare.otherClasses }, ...tables];
}
