import { describe, expect, it } from 'vitest';
import { evaluateGraph } from '#lib/core/reference.ts';
import { TOY_PICTURES } from '#lib/core/fold/toy-module.ts';
import { formatCell } from '#lib/strings/format.ts';
import { CENTRE, heldModule, numbersAt, REFERENCE, SHARES } from './hero-fold.ts';

const shares = Array.from({ length: SHARES + 1 }, (_, index) => index / SHARES);
const outputOf = ({ graph, state }: typeof REFERENCE) =>
	evaluateGraph(graph, state, TOY_PICTURES.diagonal).get(graph.output)!.data;

describe('a module held on its way', () => {
	const reference = outputOf(REFERENCE);

	it.each(shares)('gives the same output with %f of the branch folded', (share) => {
		const output = outputOf(heldModule(share));
		output.forEach((value, index) => expect(value).toBeCloseTo(reference[index]!, 5));
	});

	it('has an output that would show a mistake', () => {
		const { graph, state } = heldModule(0.5);
		const other = new Map(state).set('cheap_operation.0.bias', state.get('fusion_bn.0.shift')!);
		const output = outputOf({ graph, state: other });
		const largest = Math.max(...output.map((value, index) => Math.abs(value - reference[index]!)));
		expect(largest).toBeGreaterThan(0.1);
	});

	it('has no branch left at the end', () => {
		expect(heldModule(1).graph.nodes.map(({ name }) => name)).not.toContain('add');
	});
});

it.each(shares)('adds up as displayed with %f folded', (share) => {
	const { kernel, centre, taken, left } = numbersAt(share);
	const shown = (value: number) => Number(formatCell(value).replace('−', '-'));
	expect(shown(centre) + shown(taken)).toBeCloseTo(shown(kernel[CENTRE]!), 9);
	expect(shown(taken) + shown(left)).toBeCloseTo(0.6, 9);
});
