import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSafetensors } from '#lib/export/safetensors.ts';
import early from '#lib/figures/similar-maps/ghost-early.weights';
import { weightsModule } from './still-weights.ts';

const bytes = new Uint8Array(readFileSync('static/networks/scenes-ghost.safetensors'));
const read = async () => bytes;

test('the tensors are those of the shipped network, to the bit', () => {
	const { tensors } = readSafetensors(bytes);
	expect(early.size).toBeGreaterThan(10);
	for (const [key, tensor] of early) expect(tensor, key).toEqual(tensors.get(key));
});

test('what is asked for must be there', async () => {
	await expect(weightsModule('scenes-ghost conv_stem', read)).resolves.toContain(
		'conv_stem.weight'
	);
	await expect(weightsModule('scenes-ghost conv', read)).rejects.toThrow('begins with "conv"');
	await expect(weightsModule('elsewhere conv_stem', read)).rejects.toThrow('expected a network');
	await expect(weightsModule('scenes-ghost', read)).rejects.toThrow('expected a network');
});
