import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
	comparisonFileName,
	comparisonSchema,
	serializeComparison,
	type ComparisonSource
} from './comparison.ts';
import { resultsSchema, type ResultsSource } from './results.ts';

const run = (form: 'training-time' | 'folded', name = 'RepGhost, BN branch'): ResultsSource => ({
	model: {
		...{ name, family: 'repghostnet', width: 0.5, classes: 2, form, parameters: 1, macs: 2 },
		weights: { source: 'a.safetensors', sha256: 'ab'.repeat(32) }
	},
	input: { kind: 'sample', shape: [3, 64, 64], name: 'red-ball' },
	backend: 'wasm',
	logits: Float32Array.of(0.5, 1),
	labels: null,
	layers: [],
	milliseconds: 3
});

const source: ComparisonSource = {
	a: run('training-time'),
	b: run('folded'),
	logits: { difference: 4.8e-7, tolerance: 2e-5 },
	layers: [{ name: 'conv_stem', difference: 1e-7, tolerance: 1e-5 }],
	otherShape: [],
	onlyA: ['blocks.0.0.ghost1.fusion_bn'],
	onlyB: [],
	milliseconds: { a: 3, b: 2, rounds: 7 }
};

it('holds both results in the format of one, and the differences', () => {
	const read = v.parse(comparisonSchema, JSON.parse(serializeComparison(source)));
	expect(v.parse(resultsSchema, read.b).model.form).toBe('folded');
	expect(read).toMatchObject({ format: 'repghost-notebook-comparison', logits: source.logits });
	expect(read.layers).toEqual(source.layers);
});

it('refuses what JSON cannot hold, and says where it stands', () => {
	const layers = [{ name: 'conv_stem', difference: NaN, tolerance: 1e-5 }];
	expect(() => serializeComparison({ ...source, layers })).toThrow(
		'Comparison: layers.0.difference: expected number, found NaN.'
	);
});

it('is named after both runs', () => {
	expect(comparisonFileName({ a: run('folded', 'RepGhost'), b: run('folded', 'Ghost') })).toBe(
		'repghost-notebook-RepGhost-folded-and-Ghost-folded.json'
	);
});
