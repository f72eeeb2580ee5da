import { describe, expect, it } from 'vitest';
import { foldingEngine, labOn, settled } from '../../../tests/support/live-lab.ts';
import { useBackend } from '../../../tests/support/tensorflow.ts';
import { HeroFold } from './hero-fold.svelte.ts';
import { SHARES } from './hero-fold.ts';

describe('the module of the start page', () => {
	useBackend('cpu');

	it('is the original wherever the slider stands', async () => {
		const fold = new HeroFold(labOn(foldingEngine()));
		for (const step of [0, 6, 13, SHARES]) {
			fold.moveTo(step);
			await settled(fold.answer);
			expect(fold.answer.error).toBeNull();
			expect(fold.answer.current?.step).toBe(step);
			expect(fold.answer.current?.difference).toBeLessThan(1e-5);
		}
	});

	it('is run, and a wrong run shows', async () => {
		const engine = foldingEngine();
		let runs = 0;
		const wrong = async (...call: Parameters<typeof engine.runGraph>) => {
			const run = await engine.runGraph(...call);
			runs += 1;
			if (runs % 2 === 1) return run;
			const maps = new Map(
				[...run.maps].map(
					([name, { shape, data }]) =>
						[name, { shape, data: data.map((value) => value + 0.25) }] as const
				)
			);
			return { ...run, maps };
		};
		const fold = new HeroFold(labOn({ ...engine, runGraph: wrong }));
		fold.moveTo(10);
		await settled(fold.answer);
		expect(runs).toBe(2);
		expect(fold.answer.current?.difference).toBeCloseTo(0.25, 5);
	});
});
