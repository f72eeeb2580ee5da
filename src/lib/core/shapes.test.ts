import { describe, expect, test } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { convolvedExtent, inferShapes, operationShape } from './shapes.ts';
import { readFixtureJson } from '../../../tests/support/fixtures.ts';

interface Facts {
	readonly [family: string]: Record<string, { output_shapes: Record<string, number[]> }>;
}

test('padding is symmetric: 5 rows, kernel 3, stride 2 leave 3', () => {
	expect(convolvedExtent(5, { kernel: 3, stride: 2, padding: 1 })).toBe(3);
	expect(convolvedExtent(224, { kernel: 3, stride: 2, padding: 1 })).toBe(112);
	expect(convolvedExtent(7, { kernel: 5, stride: 2, padding: 2 })).toBe(4);
});

test('adding 8 channels and 1 is refused, although it would broadcast', () => {
	expect(() =>
		operationShape(
			{ kind: 'add' },
			[
				[1, 8, 4, 4],
				[1, 1, 4, 4]
			],
			'sum'
		)
	).toThrow('sum: expected two inputs of shape 1 × 8 × 4 × 4, found 1 × 1 × 4 × 4.');
});

test('an operation that does not fit names itself, the expected and the found', () => {
	expect(() => operationShape({ kind: 'batch-norm', channels: 8 }, [[1, 6, 2, 2]], 'bn1')).toThrow(
		'bn1: expected 8 channels, found 6.'
	);
	const graph = buildNetwork(createArchitecture('repghostnet'), 'folded');
	expect(() => inferShapes(graph, [1, 1, 224, 224])).toThrow(
		'The picture: expected 3 channels, found 1'
	);
});

describe.each(['repghostnet', 'ghostnet'] as const)('%s at 224', (family) => {
	const facts = readFixtureJson<Facts>('facts.json')[family]!;
	test.each(Object.keys(facts))('output shapes at width %s', (width) => {
		const graph = buildNetwork(
			createArchitecture(family, { width: Number(width) }),
			'training-time'
		);
		const shapes = inferShapes(graph, [1, 3, 224, 224]);
		const outputs = new Map(graph.layers.map(({ name, output }) => [name, output]));
		const names: Record<string, string> = {
			stem: 'conv_stem',
			pool: 'global_pool',
			head: 'conv_head',
			logits: 'classifier'
		};
		for (const [name, expected] of Object.entries(facts[width]!.output_shapes)) {
			const [, ...shape] = shapes.get(outputs.get(names[name] ?? name)!)!;
			expect([name, ...shape]).toEqual([name, ...expected, 1, 1].slice(0, 4));
		}
	});
});
