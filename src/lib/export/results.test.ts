import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { resultsFileName, resultsSchema, serializeResults, type ResultsSource } from './results.ts';

const source: ResultsSource = {
	model: {
		name: 'RepGhostNet 0.5×',
		family: 'repghostnet',
		width: 0.5,
		classes: 3,
		form: 'folded',
		parameters: 12,
		macs: 34,
		weights: { source: 'pseudo-random, seed 1', sha256: 'ab'.repeat(32) }
	},
	input: { kind: 'sample', shape: [3, 224, 224], name: 'ring' },
	backend: 'wasm',
	logits: Float32Array.of(0.1, -2, 1e-30),
	labels: null,
	layers: [
		{
			name: 'conv_stem',
			op: 'convolution',
			shape: [8, 112, 112],
			min: 0,
			max: Math.fround(2.4),
			mean: 0.5,
			std: 0.25,
			milliseconds: null
		}
	],
	milliseconds: 11.4
};

describe('serializeResults', () => {
	const results = v.parse(resultsSchema, JSON.parse(serializeResults(source)));

	it('writes what its schema reads', () => {
		expect(results).toMatchObject({ format: 'repghost-notebook-results', version: 1 });
		expect(results.model).toEqual(source.model);
		expect(results.layers).toEqual(source.layers);
	});

	it('ranks the classes and names those without a label by number', () => {
		expect(results.top.map(({ label }) => label)).toEqual(['class 0', 'class 2', 'class 1']);
		const labelled = JSON.parse(serializeResults({ ...source, labels: ['ant', 'bee', 'cat'] }));
		expect(v.parse(resultsSchema, labelled).top[0]!.label).toBe('ant');
	});

	it('keeps every float32 logit to the bit', () => {
		const logits = fc.float32Array({ minLength: 1, noNaN: true, noDefaultInfinity: true });
		fc.assert(
			fc.property(logits, (values) => {
				const text = serializeResults({ ...source, logits: values });
				const back = Float32Array.from(v.parse(resultsSchema, JSON.parse(text)).logits);
				expect(back).toEqual(values.map((value) => value + 0));
			})
		);
	});

	it('refuses what JSON cannot hold, by name', () => {
		const logits = Float32Array.of(1, NaN);
		expect(() => serializeResults({ ...source, logits })).toThrow('logits.1');
		const layers = [{ ...source.layers[0]!, max: Infinity }];
		expect(() => serializeResults({ ...source, layers })).toThrow('layers.0.max');
	});
});

it('makes file names that every system takes', () => {
	expect(resultsFileName('RepGhostNet 0.5×', 'folded')).toBe(
		'repghost-notebook-RepGhostNet-0.5x-folded.json'
	);
	expect(resultsFileName('../\u202Eexe"><img>.png', 'folded')).toBe(
		'repghost-notebook-exe-img-.png-folded.json'
	);
	expect(resultsFileName('::', 'folded')).toBe('repghost-notebook-network-folded.json');
});
