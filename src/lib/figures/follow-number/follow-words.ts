/** Followed numbers in words: what a place is called, what a term is, how the terms are combined. */
import type { GraphRunRecord, GraphSource } from '#lib/core/follow/follow-run.ts';
import type { Followed, Term } from '#lib/core/follow/follow-term.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { Result } from './follow-results.ts';

type Words = Strings['tensors'];

export interface SourceName {
	/** For the way back: `x`. */
	readonly short: string;
	/** `x, channel 1, row 2, column 3`. */
	readonly full: string;
}

/** A weight's name also without its place: `kernel of the depthwise convolution`. */
interface WeightName extends SourceName {
	readonly of: string;
}

export type NameOf<Source> = (source: Source) => SourceName;

/** Names of the places in a run of a module on its own. */
export function graphSourceName(
	run: Pick<GraphRunRecord, 'state' | 'graph'>,
	source: GraphSource,
	words: Words
): SourceName {
	if (source.kind === 'weight') return weightName(run, source, words);
	const [, channel, row, column] = source.place;
	const at = [String(channel + 1), String(row + 1), String(column + 1)] as const;
	if (source.kind === 'value') {
		const short = nodeName(source.node, words);
		return { short, full: words.atPlace(short, ...at) };
	}
	const short = words.normParts[source.part];
	const where = words.ofNode(short, nodeName(source.node, words));
	return {
		short,
		full: source.part === 'centred' ? words.atPlace(where, ...at) : words.ofChannel(where, at[0])
	};
}

/** What a reader calls a node; nodes that no lesson speaks of keep their own name. */
export function nodeName(node: string, words: Words): string {
	const names: Readonly<Record<string, string>> = words.nodes;
	return (Object.hasOwn(names, node) ? names[node] : undefined) ?? node;
}

/** What a weight is called. */
export function weightName(
	{ state, graph }: Pick<GraphRunRecord, 'state' | 'graph'>,
	{ key, index }: Extract<GraphSource, { kind: 'weight' }>,
	words: Words
): WeightName {
	const dot = key.lastIndexOf('.');
	const [node, role] = [key.slice(0, dot), key.slice(dot + 1)];
	const kind = graph.nodes.find(({ name }) => name === node)?.operation.kind;
	const [, inChannels = 1, kernel = 1, columns = 1] = state.get(key)?.shape ?? [];
	const taps = inChannels * kernel * columns;
	const isKernel = role === 'weight' && kind !== 'batch-norm';
	const roles: Readonly<Record<string, string>> =
		kind === 'batch-norm' ? words.normRoles : words.roles;
	const short = (Object.hasOwn(roles, role) ? roles[role] : undefined) ?? role;
	const channel = String(Math.floor(index / (isKernel ? taps : 1)) + 1);
	const of = words.ofNode(short, nodeName(node, words));
	const full = words.ofChannel(of, channel);
	if (!isKernel) return { short, of, full };
	const tap = index % (kernel * columns);
	const from = String(Math.floor((index % taps) / (kernel * columns)) + 1);
	const parts = [
		full,
		...(inChannels > 1 ? [words.fromChannel(from)] : []),
		...(kernel > 1
			? [words.tap(String(Math.floor(tap / columns) + 1), String((tap % columns) + 1))]
			: [])
	];
	return { short, of, full: parts.join(', ') };
}

/** What stands before a term in the table. */
export function termLabel<Source>(
	term: Term<Source>,
	all: readonly Term<Source>[],
	nameOf: NameOf<Source>,
	words: Words
): string {
	const label = labelOf(term, all, nameOf, words);
	return term.minus ? words.minusTerm(label) : label;
}

/** What stands before a result. */
export function resultLabel({ kind, count }: Result, words: Words): string {
	return kind === 'mean' ? words.meanOf(String(count)) : words.results[kind];
}

/** With a sign that says whether the displayed numbers give it exactly. */
export function resultAmount({ amount, exact }: Result): string {
	return `${exact ? '=' : '≈'}\u202f${amount}`;
}

function labelOf<Source>(
	{ tap, channel, factors }: Term<Source>,
	all: readonly Term<Source>[],
	nameOf: NameOf<Source>,
	words: Words
): string {
	const [first] = factors;
	if (tap && channel !== undefined) {
		const place = words.tap(String(tap.row + 1), String(tap.column + 1));
		const from = words.fromChannel(String(channel + 1));
		const oneChannel = all.every((term) => (term.channel ?? channel) === channel);
		const oneTap = all.every((term) => (term.tap ?? tap).row + (term.tap ?? tap).column === 0);
		return oneTap ? from : oneChannel ? place : `${from}, ${place}`;
	}
	if (channel !== undefined && factors.length > 1) return words.fromChannel(String(channel + 1));
	if (factors.length > 1) {
		return factors
			.map(({ source, value }) => (source ? nameOf(source).short : String(value)))
			.join(' · ');
	}
	return first?.source ? nameOf(first.source).full : words.epsilon;
}

/** One sentence: what was done with the terms. */
export function ruleSentence({ rule, terms }: Followed<unknown>, words: Words): string {
	if (rule !== 'sum') return words.rules[rule];
	const products = terms.filter(({ tap, channel }) => tap !== undefined || channel !== undefined);
	if (products.length > 0) {
		const taps = terms.some(({ tap }) => tap !== undefined);
		return (taps ? words.sumOfTaps : words.sumOfProducts)(String(products.length));
	}
	return terms.length === 1 ? words.rules.product : words.rules.sum;
}
