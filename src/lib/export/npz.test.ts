import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseNpy } from './npy.ts';
import { serializeNpz } from './npz.ts';

const first = { shape: [2, 1], data: Float32Array.of(1, -2) };
const second = { shape: [1], data: Float32Array.of(0.5) };

test('each tensor comes back under its name', () => {
	const files = unzipSync(
		serializeNpz(
			new Map([
				['blocks.0.0.ghost1', first],
				['conv_stem', second]
			])
		)
	);
	expect(Object.keys(files)).toEqual(['blocks.0.0.ghost1.npy', 'conv_stem.npy']);
	expect(parseNpy(files['blocks.0.0.ghost1.npy']!)).toEqual(first);
	expect(parseNpy(files['conv_stem.npy']!)).toEqual(second);
});

test('the same tensors give the same bytes', () => {
	const tensors = new Map([['a', first]]);
	expect(serializeNpz(tensors)).toEqual(serializeNpz(tensors));
});

test.each(['../up', '.hidden', '', 'a/b'])('the name "%s" is refused', (name) => {
	expect(() => serializeNpz(new Map([[name, first]]))).toThrow(`found "${name}"`);
});
