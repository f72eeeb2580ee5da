import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { largestDifference } from '#lib/core/tensor.ts';
import { runNetworkPart } from '#lib/engine/network-part.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';
import { bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { drawSubject } from '#lib/pictures/drawable.ts';
import { ShippedMaps } from '#lib/state/live/shipped-maps.svelte.ts';
import { sampleCard } from '../../../../tests/support/model-cards.ts';
import { foldingEngine, labOn, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import type { Props } from './props.ts';
import { SimilarMapsLab } from './similar-maps-lab.svelte.ts';

const networkMaps: LiveEngine['networkMaps'] = async ({ file, ...request }) => {
	const bytes = new Uint8Array(readFileSync(`static/networks/${file.slug}.safetensors`));
	const network = await openWeightFile(bytesSource(bytes));
	return { backend: 'cpu', runs: 1, ...(await runNetworkPart(network, request)) };
};

function open(start: Partial<Props> = {}): SimilarMapsLab {
	const maps = new ShippedMaps(labOn(foldingEngine(), { networkMaps }), {
		cards: {
			get: async () => sampleCard(),
			address: (name) => name,
			file: async (slug) => ({
				...{ slug, name: slug, fileName: slug, address: slug },
				...{ bytes: 0, sha256: '' }
			})
		},
		drawer: { draw: async (subject, width, height) => drawSubject(subject, width, height) }
	});
	return new SimilarMapsLab(maps, () => ({ layer: 'conv_stem', operation: 'kernel', ...start }));
}

async function asked(lab: SimilarMapsLab, act = lab.ask): Promise<void> {
	act();
	await settled(lab.source.answer);
	expect(lab.source.error).toBeNull();
}

const named = ({ direction }: SimilarMapsLab) =>
	direction && [direction.from + 1, direction.to + 1];

describe('pairs of similar maps', () => {
	useBackend('cpu');

	it('are those of the build first, then the engine’s, which agree', async () => {
		const lab = open();
		const still = lab.shown;
		expect([still.backend, named(lab)]).toEqual([null, [4, 14]]);
		const leftOver = lab.fits![3].leftOver;
		await asked(lab);
		expect(lab.shown.backend).toBe('cpu');
		expect(largestDifference(lab.shown.maps, still.maps)).toBeLessThan(1e-4);
		expect(lab.shown.picture.rgb).toEqual(still.picture.rgb);
		expect(named(lab)).toEqual([4, 14]);
		expect(lab.fits![3].leftOver).toBeCloseTo(leftOver, 5);
	});

	it('keep the pair on another picture, and take the best in another layer', async () => {
		const lab = open();
		lab.choosePair(lab.search.pairs[3]!);
		expect(named(lab)).toEqual([10, 11]);
		await asked(lab, () => lab.choosePicture('poster-boat'));
		expect(named(lab)).toEqual([10, 11]);
		expect(lab.pair!.correlation).toBeCloseTo(0.92, 2);
		await asked(lab, () => lab.chooseLayer('blocks.1.0.ghost1'));
		expect(lab.shown.maps.shape).toEqual([1, 64, 32, 32]);
		expect(named(lab)).toEqual([lab.search.pairs[0]!.first + 1, lab.search.pairs[0]!.second + 1]);
	});

	it('say where a map is flat', async () => {
		const lab = open();
		lab.choosePair(lab.search.pairs[3]!);
		await asked(lab, () => lab.choosePicture('road-cone'));
		expect(lab.search.flat).toEqual([9, 10]);
		expect(lab.pair).toBeNull();
	});

	it('of a second module’s map and its ghost: the fit leaves nothing', () => {
		const lab = open({ layer: 'blocks.0.0.ghost2' });
		lab.chooseFrom(3);
		lab.chooseTo(11);
		expect([lab.isGhostPair, lab.pair !== null]).toEqual([true, true]);
		expect(lab.fits![3].leftOver).toBeLessThan(1e-3);
		expect(lab.fits![1].leftOver).toBeGreaterThan(0.3);
		lab.swap();
		expect([named(lab), lab.isGhostPair]).toEqual([[12, 4], false]);
		expect(lab.fits![3].leftOver).toBeGreaterThan(0.01);
	});

	it('are never a map with itself', () => {
		const lab = open();
		lab.chooseFrom(13);
		expect(named(lab)).toEqual([14, 4]);
		lab.chooseTo(13);
		expect(named(lab)).toEqual([4, 14]);
	});

	it('of the other networks are found under the same names', async () => {
		const lab = open();
		await asked(lab, () => lab.chooseNetwork('scenes-repghost'));
		expect(named(lab)).toEqual([4, 8]);
		expect(lab.isGhostPair).toBe(false);
	});
});
