import { describe, expect, it } from 'vitest';
import { foldingEngine } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { NUMBER_INPUTS, pictureInputs } from './inputs.ts';
import { changeOf, runKernel, stillKernel, type KernelRequest } from './kernel-run.ts';
import {
	KERNELS,
	MIXES,
	nameOfMix,
	nameOfTaps,
	type KernelName,
	type KernelSetting,
	type MixName
} from './kernels.ts';
import toadstool from './toadstool.scene';
import { centreTerms, outputExtent, windowTerms } from './window.ts';

const picture = pictureInputs(toadstool);

const depthwise = (name: KernelName, stride: 1 | 2 = 1): KernelSetting => ({
	dense: false,
	stride,
	taps: KERNELS[name],
	mix: MIXES.identity
});

const dense = (name: MixName, stride: 1 | 2 = 1): KernelSetting => ({
	dense: true,
	stride,
	taps: KERNELS.centre,
	mix: MIXES[name]
});

/** Value of the picture's light, 0 outside. */
function lightAt(row: number, column: number): number {
	if (row < 0 || row > 63 || column < 0 || column > 63) return 0;
	return picture.single.data[row * 64 + column]!;
}

describe.each(['cpu', 'wasm'] as const)('kernels on %s', (backend) => {
	useBackend(backend);
	const run = (setting: KernelSetting) =>
		runKernel(foldingEngine(), {
			setting,
			input: setting.dense ? picture.triple : picture.single
		});

	it('change nothing, to the bit, with a 1 in the centre', async () => {
		const result = await run(depthwise('centre'));
		expect(changeOf(result)?.largest).toBe(0);
		expect([...result.output.data]).toEqual([...picture.single.data]);
	});

	it('sum nine neighbours with ones, fewer at the border', async () => {
		const { output } = await run(depthwise('ones'));
		for (const [row, column] of [
			[0, 0],
			[0, 30],
			[31, 20],
			[63, 63]
		] as const) {
			let sum = 0;
			for (let u = -1; u <= 1; u++) {
				for (let v = -1; v <= 1; v++) sum += lightAt(row + u, column + v);
			}
			expect(output.data[row * 64 + column]).toBeCloseTo(sum, 4);
		}
	});

	it('average with ninths: an even area keeps its light, an edge does not', async () => {
		const even = { ...picture.single, data: new Float32Array(64 * 64).fill(0.5) };
		const { output } = await runKernel(foldingEngine(), {
			setting: depthwise('ninths'),
			input: even
		});
		expect(output.data[30 * 64 + 30]).toBeCloseTo(0.5, 5);
		expect(output.data[0]).toBeCloseTo((4 * 0.5) / 9, 5);
		expect(changeOf(await run(depthwise('ninths')))?.largest).toBeGreaterThan(0.1);
	});

	it('move the picture down and to the right with a 1 at the top left', async () => {
		const { output } = await run(depthwise('top-left'));
		expect(output.data[20 * 64 + 33]).toBe(lightAt(19, 32));
		expect(output.data[5]).toBe(0);
	});

	it('take every second value with stride 2, so that nothing can be compared', async () => {
		const result = await run(depthwise('centre', 2));
		expect(result.output.shape).toEqual([1, 1, 32, 32]);
		expect(result.output.data[7 * 32 + 9]).toBe(lightAt(14, 18));
		expect(changeOf(result)).toBeNull();
	});

	it('add up the channels of a dense convolution with a 1 in every centre', async () => {
		const { output } = await run(dense('centre'));
		const plane = 64 * 64;
		const at = 12 * 64 + 40;
		const colours = [0, 1, 2].map((channel) => picture.triple.data[channel * plane + at]!);
		const sum = colours.reduce((total, value) => total + value, 0);
		for (let channel = 0; channel < 3; channel++) {
			expect(output.data[channel * plane + at]).toBeCloseTo(sum, 5);
		}
	});

	it('change nothing, to the bit, with a 1 only from each channel to itself', async () => {
		expect(changeOf(await run(dense('identity')))?.largest).toBe(0);
		expect(changeOf(await run(dense('centre')))?.largest).toBeGreaterThan(1);
	});

	it('agree with plain loops', async () => {
		for (const setting of [depthwise('ninths'), depthwise('ones', 2), dense('centre', 2)]) {
			const result = await run(setting);
			const still = stillKernel(result);
			expect(still.output.shape).toEqual(result.output.shape);
			result.output.data.forEach((value, index) => {
				expect(Math.abs(value - still.output.data[index]!)).toBeLessThan(1e-5);
			});
		}
	});
});

describe('a window', () => {
	const { single, triple } = NUMBER_INPUTS;

	it('reads five zeros outside in a corner, and the centre inside everywhere', () => {
		const corner = windowTerms(depthwise('ones'), single, { row: 0, column: 0 });
		expect(corner.filter(({ value }) => value === null).map(({ index }) => index)).toEqual([
			0, 1, 2, 3, 6
		]);
		for (const row of [0, 2, 4]) {
			for (const column of [0, 3, 4]) {
				const terms = windowTerms(depthwise('centre'), single, { row, column });
				expect(terms[4]!.value).toBe(single.data[row * 5 + column]);
			}
		}
	});

	it.each<[string, KernelSetting]>([
		['ones', depthwise('ones')],
		['ninths', depthwise('ninths')],
		['a stride', depthwise('ones', 2)]
	])('adds up to the output with %s', (_, setting) => {
		const { output } = stillKernel({ setting, input: single });
		const side = outputExtent(5, setting.stride);
		output.data.forEach((value, index) => {
			const place = { row: Math.floor(index / side), column: index % side };
			const terms = windowTerms(setting, single, place);
			expect(terms.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(value, 5);
		});
	});

	it('adds up channels in a dense convolution', () => {
		const request: KernelRequest = { setting: dense('centre', 2), input: triple };
		const { output } = stillKernel(request);
		const terms = centreTerms(request.setting, triple, { row: 1, column: 2 }, 1);
		expect(terms.map(({ value }) => value)).toEqual([0, 2, 3]);
		expect(output.data[9 + 3 + 2]).toBe(5);
	});
});

it('says where a map has changed most', () => {
	const { single } = NUMBER_INPUTS;
	const change = changeOf(stillKernel({ setting: depthwise('ones'), input: single }));
	// 1 + 0 + 2 + 8 + 2 + 0 + 2 + 7 + 3 = 25 where there was a 2.
	expect(change).toMatchObject({ channel: 0, largest: 23, place: { row: 2, column: 3 } });
	expect(change?.values.data[2 * 5 + 3]).toBe(-23);
});

it('knows a kernel by its taps', () => {
	expect(nameOfTaps(KERNELS.ninths)).toBe('ninths');
	expect(nameOfTaps(KERNELS.centre.with(0, 0.5))).toBeNull();
	expect(nameOfMix(MIXES.centre)).toBe('centre');
	expect(nameOfMix(MIXES.identity.with(0, [1, 1, 0]))).toBeNull();
});
