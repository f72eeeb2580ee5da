import { describe, expect, it } from 'vitest';
import { blockPairs, PAIR_FORMS } from '#lib/core/network/block-pair.ts';
import { largestDifference } from '#lib/core/tensor.ts';
import { labOn, foldingEngine, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { SAMPLE_PICTURE } from '../module-graph/sample-picture.ts';
import { BottleneckLab } from './bottleneck-lab.svelte.ts';
import { preparePair, runPlainly } from './pair-run.ts';

const pairs = blockPairs(0.5);

describe('a block in three forms', () => {
	it.each([1, 4, 8, 10])('gives the same before and after folding, block %i', (number) => {
		const maps = runPlainly(preparePair(pairs[number - 1]!, SAMPLE_PICTURE));
		const [before, after] = [maps['training-time'], maps.folded];
		expect(largestDifference(before.get('shortcut')!, after.get('shortcut')!)).toBeLessThan(1e-4);
		// What the two branches add up to is what the one convolution gives.
		expect(largestDifference(before.get('join2')!, after.get('cheap2')!)).toBeLessThan(1e-4);
		expect(after.has('join2')).toBe(false);
	});

	it('has twice the channels behind the concatenations, and as many at the end', () => {
		const pair = pairs[3]!;
		const { ghost, folded } = runPlainly(preparePair(pair, SAMPLE_PICTURE));
		const channels = (maps: typeof ghost, part: 'join1' | 'primary2' | 'shortcut') =>
			maps.get(part)!.shape[1];
		expect(channels(ghost, 'join1')).toBe(pair.ghost.midChannels);
		expect(channels(folded, 'join1')).toBe(pair.repghost.midChannels);
		expect(channels(ghost, 'primary2')).toBe(pair.ghost.outChannels / 2);
		expect(channels(folded, 'primary2')).toBe(pair.repghost.outChannels);
		expect(ghost.get('shortcut')!.shape).toEqual(folded.get('shortcut')!.shape);
	});

	it('gets maps no larger than those in the network, each of them another mixture', () => {
		const inputs = pairs.map((pair) => preparePair(pair, SAMPLE_PICTURE).input);
		expect(inputs.map(({ shape }) => shape[3])).toEqual(
			pairs.map(({ side }) => Math.min(24, side))
		);
		const [first, second] = [inputs[0]!.data.slice(0, 576), inputs[0]!.data.slice(576, 1152)];
		expect(first).not.toEqual(second);
		expect(Math.max(...first)).toBeGreaterThan(Math.min(...first));
	});
});

describe('the lab', () => {
	useBackend('cpu');

	it('shows plain numbers first, then those of the engine, which agree', async () => {
		const lab = new BottleneckLab(labOn(foldingEngine()), SAMPLE_PICTURE, () => ({
			block: 4,
			width: 0.5
		}));
		const plain = lab.maps!;
		expect(lab.backend).toBeNull();
		lab.askForMaps();
		await settled(lab.answer);
		expect(lab.backend).toBe('cpu');
		for (const form of PAIR_FORMS) {
			expect([...lab.maps![form].keys()]).toEqual([...plain[form].keys()]);
			for (const [part, tensor] of lab.maps![form]) {
				expect(largestDifference(tensor, plain[form].get(part)!)).toBeLessThan(1e-4);
			}
		}
		expect(lab.difference!.largest).toBeLessThan(lab.difference!.tolerance);
	});

	it('has no maps of another block until the engine has run it', async () => {
		const lab = new BottleneckLab(labOn(foldingEngine()), SAMPLE_PICTURE, () => ({
			block: 4,
			width: 0.5
		}));
		expect(lab.maps).not.toBeNull();
		lab.chooseBlock(8);
		expect(lab.maps).toBeNull();
		await settled(lab.answer);
		expect(lab.maps!.folded.get('shortcut')!.shape[1]).toBe(lab.pair.repghost.outChannels);
		expect(lab.pair.number).toBe(8);
	});
});
