import { expect, it } from 'vitest';
import { leadsToPicture, towardsPicture } from './follow-on.ts';
import type { GraphSource, GraphTerm } from './follow-run.ts';
import { product, single } from './follow-term.ts';

const value = (channel: number): GraphSource => ({
	kind: 'value',
	node: 'x',
	place: [0, channel, 0, 0]
});
const weight: GraphSource = { kind: 'weight', key: 'conv.weight', index: 0 };
const term = (channel: number, factor: number): GraphTerm =>
	product({ value: 2, source: weight }, { value: factor, source: value(channel) });

it('goes along the largest term, whatever its sign', () => {
	const terms = [term(0, 1), term(1, -3), term(2, 2), single(90, weight)];
	expect(towardsPicture({ terms }, leadsToPicture)).toEqual(value(1));
});

it('goes through a batch norm by what is left of x', () => {
	const part = (name: 'scale' | 'centred'): GraphSource => ({
		kind: 'part',
		node: 'bn',
		part: name,
		place: [0, 0, 0, 0]
	});
	const terms = [
		product({ value: 9, source: part('scale') }, { value: 0.1, source: part('centred') }),
		single(5, weight)
	];
	expect(towardsPicture({ terms }, leadsToPicture)).toEqual(part('centred'));
});

it('ends where only weights and constants are left', () => {
	expect(towardsPicture({ terms: [single(1, weight)] }, leadsToPicture)).toBeNull();
	expect(towardsPicture({ terms: [] }, leadsToPicture)).toBeNull();
});
