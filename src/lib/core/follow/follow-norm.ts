/** A batch norm taken apart: y = γ / √(σ² + ε) · (x − μ) + β. */
import {
	epsilonOf,
	nodeOf,
	valueAt,
	valueTerm,
	weightTerm,
	type FollowedValue,
	type GraphRunRecord,
	type GraphTerm,
	type MapPlace,
	type NormPart,
	type PartSource
} from './follow-run.ts';
import { constant, product, taken, type Factor } from './follow-term.ts';

/** Scale times what is left of x, and β. */
export function batchNormTerms(run: GraphRunRecord, node: string, place: MapPlace): GraphTerm[] {
	const factors = (['scale', 'centred'] as const).map((part) => partFactor(run, node, part, place));
	return [product(...factors), weightTerm(run, `${node}.bias`, place[1])];
}

/** What one of the parts was made of. */
export function followPart(run: GraphRunRecord, source: PartSource): FollowedValue {
	const { node, part, place } = source;
	const weight = (role: string) => weightTerm(run, `${node}.${role}`, place[1]);
	const value = partValue(run, node, part, place);
	switch (part) {
		case 'centred': {
			const x = valueTerm(run, inputOf(run, node), place);
			return { source, value, rule: 'sum', terms: [x, taken(weight('running_mean'))] };
		}
		case 'scale': {
			const divisor = product(partFactor(run, node, 'deviation', place));
			return { source, value, rule: 'quotient', terms: [weight('weight'), divisor] };
		}
		case 'deviation': {
			const terms = [weight('running_var'), constant(epsilonOf(run))];
			return { source, value, rule: 'root', terms };
		}
	}
}

function partFactor(
	run: GraphRunRecord,
	node: string,
	part: NormPart,
	place: MapPlace
): Factor<PartSource> {
	const value = partValue(run, node, part, place);
	return { value, source: { kind: 'part', node, part, place } };
}

function partValue(run: GraphRunRecord, node: string, part: NormPart, place: MapPlace): number {
	const weight = (role: string) => weightTerm(run, `${node}.${role}`, place[1]).value;
	switch (part) {
		case 'deviation':
			return Math.sqrt(weight('running_var') + epsilonOf(run));
		case 'scale':
			return weight('weight') / partValue(run, node, 'deviation', place);
		case 'centred':
			return valueAt(run, inputOf(run, node), place) - weight('running_mean');
	}
}

function inputOf(run: GraphRunRecord, node: string): string {
	return nodeOf(run.graph, node).inputs[0] ?? '';
}
