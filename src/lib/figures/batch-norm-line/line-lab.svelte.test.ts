import { describe, expect, it } from 'vitest';
import { foldingEngine, labOn, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { toleranceOf } from '../live/tolerance.ts';
import { SAMPLES, type Setting } from './batch-norm-line.ts';
import { LineLab, runBothWays, sampleRows, stillRun } from './line-lab.svelte.ts';

const byHand: Setting = { gamma: 3, beta: 1, mean: 3, variance: 4 };

describe.each(['cpu', 'wasm'] as const)('both ways on %s', (backend) => {
	useBackend(backend);

	it.each<Setting>([byHand, { gamma: -1.3, beta: 0.7, mean: -2.1, variance: 0.05 }])(
		'agree with each other and with plain arithmetic: %j',
		async (setting) => {
			const run = await runBothWays(foldingEngine(), setting);
			const still = stillRun(setting);
			const tolerance = toleranceOf({ data: Float32Array.from(still.norm) });
			expect(run.difference).toBeLessThan(tolerance);
			expect(run.backend).toBe(backend);
			run.norm.forEach((value, index) => {
				expect(Math.abs(value - still.norm[index]!)).toBeLessThan(tolerance);
			});
		}
	);

	it('would show a shift that was forgotten', async () => {
		const engine = foldingEngine();
		const run = await runBothWays(
			{
				...engine,
				foldBatchNorm: async (request) => {
					const fold = await engine.foldBatchNorm(request);
					return { ...fold, shift: { ...fold.shift, data: new Float32Array(1) } };
				}
			},
			byHand
		);
		expect(run.difference).toBeCloseTo(3.5, 4);
	});
});

describe('the lab', () => {
	useBackend('cpu');
	const lab = () => new LineLab(labOn(foldingEngine()), () => byHand);

	it('shows plain arithmetic until something was run', async () => {
		const line = lab();
		expect(line.backend).toBeNull();
		expect(line.run.difference).toBeNull();
		expect(sampleRows(line.run).map(({ x }) => x)).toEqual([...SAMPLES]);
		expect(sampleRows(line.run).find(({ x }) => x === 5)?.norm).toBeCloseTo(4, 4);
		line.ask();
		await settled(line.answer);
		expect(line.backend).toBe('cpu');
		expect(line.run.difference).not.toBeNull();
	});

	it('finds other settings with the same line, and goes back', async () => {
		const line = lab();
		const { slope, intercept } = line.line;
		const found = [];
		for (let turn = 0; turn < 4; turn++) {
			line.findOther();
			found.push(line.change);
			expect(line.line.slope).toBeCloseTo(slope, 5);
			expect(line.line.intercept).toBeCloseTo(intercept, 5);
		}
		expect(new Set(found).size).toBeGreaterThan(1);
		expect(line.changed).toBe(true);
		line.reset();
		expect([line.changed, line.change]).toEqual([false, null]);
		expect(line.setting).toEqual(byHand);
		await settled(line.answer);
	});

	it('follows a slider', async () => {
		const line = lab();
		line.set('mean', 0);
		await settled(line.answer);
		expect(line.run.line.slope).toBeCloseTo(1.5, 5);
		expect(line.run.line.intercept).toBeCloseTo(1, 5);
	});

	it('says why there is no live answer, and goes on without', async () => {
		const refuse = () => Promise.reject(new Error('No engine today.'));
		const line = new LineLab(labOn({ ...foldingEngine(), runGraph: refuse }), () => byHand);
		line.ask();
		await settled(line.answer);
		expect(line.answer.error).toBe('No engine today.');
		expect(line.run.difference).toBeNull();
		expect(line.line.slope).toBeCloseTo(1.5, 5);
	});
});
