import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createArchitecture, type Family } from './architecture.ts';
import { buildNetwork } from './network.ts';
import {
	fnv1a,
	mulberry32,
	NETWORK_GAINS,
	randomPicture,
	randomStateDict
} from './random-weights.ts';

test('FNV-1a', () => {
	expect(fnv1a('')).toBe(2166136261);
	expect(fnv1a('conv_stem.weight')).toBe(3217288665);
	expect(fnv1a('classifier.bias')).toBe(2132619107);
});

test('mulberry32 of conv_stem.weight with seed 7', () => {
	const next = mulberry32(fnv1a('conv_stem.weight') ^ 7);
	expect([next(), next(), next()]).toEqual([1319286678, 608320470, 2798585053]);
});

function stateDict(family: Family) {
	const graph = buildNetwork(createArchitecture(family, { width: 0.5 }), 'training-time');
	return randomStateDict(graph, 123456789, NETWORK_GAINS[family]);
}

test('first values of RepGhostNet 0.5x', () => {
	const state = stateDict('repghostnet');
	expect([...state.get('conv_stem.weight')!.data.slice(0, 2)]).toEqual([
		-0.6558935642242432, 0.34120211005210876
	]);
	expect(state.get('bn1.running_var')!.data[0]).toBe(0.8970621824264526);
	expect(state.get('blocks.3.0.se.conv_reduce.bias')!.data[0]).toBe(0.0663205236196518);
});

test.each([
	['repghostnet', '0374071dc68c6e32176c5573132045b0c9bd9b8509c7c2e3175e579992dd1e7a'],
	['ghostnet', '05b6f5e29dec26f10018830aea45fed6df6877747125a111a91772a1ba7e0b1e']
] as const)('all bytes of %s 0.5x are those that Python makes', (family, expected) => {
	const hash = createHash('sha256');
	const entries = [...stateDict(family)].sort(([a], [b]) => (a < b ? -1 : 1));
	for (const [, { data }] of entries) hash.update(new Uint8Array(data.buffer));
	expect(hash.digest('hex')).toBe(expected);
});

test('a picture has patches: neighbours inside one differ by noise only', () => {
	const { data } = randomPicture([1, 1, 16, 16], 3);
	expect(Math.abs(data[0]! - data[1]!)).toBeLessThanOrEqual(0.5);
	expect(Math.max(...data)).toBeLessThan(1);
});
