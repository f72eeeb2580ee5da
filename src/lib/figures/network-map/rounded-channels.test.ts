import { expect, it } from 'vitest';
import { createArchitecture, lastChannels, stemChannels } from '#lib/core/network/architecture.ts';
import { blockPairs } from '#lib/core/network/block-pair.ts';
import { roundedChannels } from './rounded-channels.ts';

it('gives the channels that the network is built with, at any width', () => {
	for (let percent = 10; percent <= 300; percent += 7) {
		const width = percent / 100;
		const architecture = createArchitecture('repghostnet', { width });
		const results = (block: Parameters<typeof roundedChannels>[0]) =>
			roundedChannels(block, width).map(({ result }) => result);
		expect(results('stem')).toEqual([stemChannels(architecture)]);
		expect(results('last')).toEqual([lastChannels(architecture)]);
		expect(results('head')).toEqual([1280]);
		for (const { number, repghost } of blockPairs(width)) {
			const { midChannels, outChannels, squeezeExcite } = repghost;
			const built = [midChannels, outChannels, squeezeExcite].filter((count) => count > 0);
			expect(results(`${number}`)).toEqual(built);
		}
	}
});

it('rounds inside SE from the middle as it was rounded', () => {
	// 0.58 × 60 = 34.8 becomes 36; a quarter of 36 is 9, and 8 would be less than 90 % of that.
	expect(roundedChannels('5', 0.58)).toMatchObject([
		{ where: 'mid', base: 60, result: 36 },
		{ where: 'out', base: 40, result: 24 },
		{ where: 'squeeze', base: 36, asked: 9, nearest: 8, least: 8.1, result: 12 }
	]);
});
