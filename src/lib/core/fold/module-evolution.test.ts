import { describe, expect, it } from 'vitest';
import { INPUT } from '#lib/core/graph.ts';
import { foldForm, foldPaths, type UnfoldedForm } from './module-evolution-fold.ts';
import { evolutionState } from './module-evolution-weights.ts';
import { EVOLUTION, EVOLUTION_NODES, evolutionGraph } from './module-evolution.ts';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { evaluateGraph, type Maps } from '#lib/core/reference.ts';

const CHANNELS = 4;
const picture = randomPicture([1, 3, 12, 12], 3);
const state = evolutionState(CHANNELS, picture, 5);
const x = randomPicture([1, CHANNELS, 12, 12], 3);

function runForm(form: (typeof EVOLUTION)[number]): Map<string, Maps> {
	return evaluateGraph(evolutionGraph(form, CHANNELS), state, x);
}

function outputOf(form: (typeof EVOLUTION)[number]): Float64Array {
	return runForm(form).get(evolutionGraph(form, CHANNELS).output)!.data;
}

function differences(form: UnfoldedForm): number[] {
	const { graph, state: folded } = foldForm(form, foldPaths(form, state));
	const fused = evaluateGraph(graph, folded, x).get(graph.output)!.data;
	return Array.from(outputOf(form), (value, index) => value - fused[index]!);
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

describe('the five drawings', () => {
	it('double the channels in (a) alone', () => {
		const channels = EVOLUTION.map((form) => {
			const graph = evolutionGraph(form, CHANNELS);
			return runForm(form).get(graph.output)!.shape[1];
		});
		expect(channels).toEqual([2 * CHANNELS, CHANNELS, CHANNELS, CHANNELS, CHANNELS]);
	});

	it('keep x as the first half of (a)', () => {
		const plane = x.data.length;
		expect(Array.from(outputOf('ghost').subarray(0, plane))).toEqual(Array.from(x.data));
	});

	it('differ from one to the next, but for (d) and (e)', () => {
		const [b, c, d, e] = EVOLUTION.slice(1).map(outputOf) as [
			Float64Array,
			Float64Array,
			Float64Array,
			Float64Array
		];
		const apart = (one: Float64Array, other: Float64Array) =>
			largest(Array.from(one, (value, index) => value - other[index]!));
		expect(apart(b, c)).toBeGreaterThan(0.5);
		expect(apart(c, d)).toBeGreaterThan(0.1);
		expect(apart(d, e)).toBeLessThan(1e-5);
	});

	it('read the picture through a 1×1 convolution when asked to', () => {
		const maps = evaluateGraph(evolutionGraph('add', CHANNELS, 3), state, picture);
		expect(maps.get(INPUT)!.shape[1]).toBe(3);
		expect(maps.get(EVOLUTION_NODES.primaryRelu)!.shape[1]).toBe(CHANNELS);
	});
});

describe('folding', () => {
	it('is exact where the paths are linear', () => {
		expect(largest(differences('relu-moved'))).toBeLessThan(1e-5);
		expect(largest(differences('training-time'))).toBeLessThan(1e-5);
	});

	it('gives (c) and (d) different kernels', () => {
		const kernelOf = (form: UnfoldedForm) =>
			foldForm(form, foldPaths(form, state)).state.get(`${EVOLUTION_NODES.fused}.weight`)!.data;
		expect(kernelOf('relu-moved')).not.toEqual(kernelOf('training-time'));
	});

	it.each(['ghost', 'add'] as const)('is wrong for "%s" by what ReLU had cut off', (form) => {
		const before = runForm(form).get(EVOLUTION_NODES.depthwiseNorm)!.data;
		const found = differences(form).slice(-before.length);
		expect(largest(found)).toBeGreaterThan(0.5);
		found.forEach((value, index) => expect(value).toBeCloseTo(Math.max(0, -before[index]!), 5));
	});
});

describe('the weights', () => {
	const graph = evolutionGraph('training-time', CHANNELS, 3);
	const maps = evaluateGraph(graph, state, picture);
	const planeOf = (node: string, channel: number) =>
		maps.get(node)!.data.subarray(channel * 144, (channel + 1) * 144);
	const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / 144;

	it('have met the picture: batch norm leaves γ and β as spread and mean', () => {
		for (const norm of [EVOLUTION_NODES.depthwiseNorm, EVOLUTION_NODES.branchNorm]) {
			for (let channel = 0; channel < CHANNELS; channel++) {
				const values = planeOf(norm, channel);
				const mean = meanOf(values);
				expect(mean).toBeCloseTo(state.get(`${norm}.bias`)!.data[channel]!, 4);
				const spread = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
				expect(spread).toBeCloseTo(state.get(`${norm}.weight`)!.data[channel]!, 3);
			}
		}
	});

	it('give ReLU something to cut off in every map', () => {
		for (let channel = 0; channel < CHANNELS; channel++) {
			const values = planeOf(EVOLUTION_NODES.depthwiseNorm, channel);
			const share = values.filter((value) => value < 0).length / values.length;
			expect(share).toBeGreaterThan(0.1);
			expect(share).toBeLessThan(0.9);
		}
	});
});
