import { describe, expect, it } from 'vitest';
import { foldingEngine } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { toleranceOf } from '../live/tolerance.ts';
import { runFold, stillFold } from './fold-run.ts';
import { inputOf, startSetting, type FoldSetting } from './fold-setting.ts';

const settings: FoldSetting[] = [
	startSetting('1x1', 'by-hand', false),
	startSetting('1x1', 'by-hand', true),
	...(['1x1', 'depthwise'] as const).flatMap((convolution) =>
		[false, true].map((hasBias) => startSetting(convolution, 'maps', hasBias))
	)
];

describe('by hand', () => {
	useBackend('cpu');

	it('gives 4, w′ = 0.75 and b′ = −3.5, and not a bit less', async () => {
		const { folded, norm, single, difference } = await runFold(foldingEngine(), settings[0]!);
		expect(folded.scale.data[0]).toBe(1.5);
		expect(folded.kernel.data[0]).toBe(0.75);
		expect(folded.bias.data[0]).toBe(-3.5);
		expect(norm.data[0]).toBeCloseTo(4, 6);
		expect(single.data[0]).toBe(4);
		expect(difference).toBeLessThan(1e-6);
	});

	it('gives 10 and b′ = 2.5 when the convolution adds 4', async () => {
		const { folded, single } = await runFold(foldingEngine(), settings[1]!);
		expect(folded.bias.data[0]).toBe(2.5);
		expect(single.data[0]).toBe(10);
	});
});

describe.each(['cpu', 'wasm'] as const)('both forms on %s', (backend) => {
	useBackend(backend);

	it.each(settings)('agree: $convolution, $numbers, bias $hasBias', async (setting) => {
		const run = await runFold(foldingEngine(), setting);
		const tolerance = toleranceOf(run.norm);
		expect(run.difference).toBeLessThan(tolerance);
		const still = stillFold(setting);
		expect(run.norm.shape).toEqual(still.norm.shape);
		run.norm.data.forEach((value, index) => {
			expect(Math.abs(value - still.norm.data[index]!)).toBeLessThan(tolerance);
			expect(Math.abs(still.single.data[index]! - still.norm.data[index]!)).toBeLessThan(tolerance);
		});
	});

	it('would show a scale that was forgotten', async () => {
		const engine = foldingEngine();
		const setting = startSetting('depthwise', 'maps', true);
		const run = await runFold(
			{
				...engine,
				foldBatchNorm: async (request) => {
					const fold = await engine.foldBatchNorm(request);
					return { ...fold, kernel: request.kernel };
				}
			},
			setting
		);
		expect(run.difference).toBeGreaterThan(1);
	});
});

it('reads maps of 4 × 4, or a single 10', () => {
	expect(inputOf(settings[0]!).data).toEqual(Float32Array.of(10));
	expect(inputOf(startSetting('depthwise', 'maps', false)).shape).toEqual([1, 2, 4, 4]);
	expect(inputOf(startSetting('1x1', 'maps', false)).shape).toEqual([1, 2, 4, 4]);
});
