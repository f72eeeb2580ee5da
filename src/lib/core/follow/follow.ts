/**
 * Follow one number: what any value of any node of a graph was made of, as data. The maps are the ones
 * that TensorFlow.js computed; products are taken of them in doubles, so that the terms give the value
 * but for the rounding of float32.
 */
import { batchNormTerms, followPart } from './follow-norm.ts';
import {
	mapsOf,
	nodeOf,
	valueAt,
	valueTerm,
	weightTerm,
	type FollowedValue,
	type GraphRunRecord,
	type GraphSource,
	type GraphTerm,
	type MapPlace
} from './follow-run.ts';
import { convolutionTerms, linearTerms, meanTerms } from './follow-sums.ts';
import { product } from './follow-term.ts';
import { INPUT, type GraphNode } from '#lib/core/graph.ts';

/** What the value of a node at a place was made of; see `followSource`. */
export function followValue(run: GraphRunRecord, node: string, place: MapPlace): FollowedValue {
	return followSource(run, { kind: 'value', node, place });
}

/**
 * What the number at `source` was made of.
 * @throws Error when the graph has no such node, or the run did not keep one of its inputs
 */
export function followSource(run: GraphRunRecord, source: GraphSource): FollowedValue {
	if (source.kind === 'part') return followPart(run, source);
	if (source.kind === 'weight') {
		const { value } = weightTerm(run, source.key, source.index);
		return { source, value, rule: 'given', terms: [] };
	}
	const value = valueAt(run, source.node, source.place);
	if (source.node === INPUT) return { source, value, rule: 'given', terms: [] };
	return { source, value, ...making(run, nodeOf(run.graph, source.node), source.place) };
}

type Making = Pick<FollowedValue, 'rule' | 'terms'>;

function making(run: GraphRunRecord, node: GraphNode, place: MapPlace): Making {
	const { name, operation, inputs } = node;
	const [first = '', second = ''] = inputs;
	const [picture, channel] = place;
	const weight = (role: string) => weightTerm(run, `${name}.${role}`, channel);
	const input = () => valueTerm(run, first, place);
	switch (operation.kind) {
		case 'convolution':
			return sum(...convolutionTerms(run, node, operation, place));
		case 'linear':
			return sum(...linearTerms(run, node, place));
		case 'global-average-pool':
			return { rule: 'mean', terms: meanTerms(run, first, place) };
		case 'batch-norm':
			return sum(...batchNormTerms(run, name, place));
		case 'scale-shift':
			return sum(productOf(weight('scale'), input()), weight('shift'));
		case 'shift':
			return sum(input(), weight('shift'));
		case 'add':
			return sum(input(), valueTerm(run, second, place));
		case 'multiply':
			return sum(productOf(input(), valueTerm(run, second, [picture, channel, 0, 0])));
		case 'concat':
			return { rule: 'same', terms: [joinedTerm(run, first, second, place)] };
		case 'dropout':
			return { rule: 'same', terms: [input()] };
		case 'relu':
		case 'hard-sigmoid':
			return { rule: operation.kind, terms: [input()] };
	}
}

function sum(...terms: GraphTerm[]): Making {
	return { rule: 'sum', terms };
}

function productOf(a: GraphTerm, b: GraphTerm): GraphTerm {
	return product(...a.factors, ...b.factors);
}

/** Of a concatenation: the first input's channels come before the second's. */
function joinedTerm(
	run: GraphRunRecord,
	first: string,
	second: string,
	[picture, channel, row, column]: MapPlace
): GraphTerm {
	const ofFirst = mapsOf(run, first).shape[1] ?? 0;
	return channel < ofFirst
		? valueTerm(run, first, [picture, channel, row, column])
		: valueTerm(run, second, [picture, channel - ofFirst, row, column]);
}
