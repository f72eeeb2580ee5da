import { describe, expect, it } from 'vitest';
import { EVOLUTION, EVOLUTION_NODES, evolutionGraph } from '#lib/core/fold/module-evolution.ts';
import type { UnfoldedForm } from '#lib/core/fold/module-evolution-fold.ts';
import { evolutionState } from '#lib/core/fold/module-evolution-weights.ts';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { foldingEngine } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { findDifference } from './fold-form.ts';

const CHANNELS = 3;
const input = randomPicture([1, CHANNELS, 9, 9], 4);
const state = evolutionState(CHANNELS, randomPicture([1, 3, 9, 9], 4), 2);
const unfolded = EVOLUTION.filter((form): form is UnfoldedForm => form !== 'folded');

/** How many values ReLU cuts off inside the path, counted in plain numbers. */
const cutOff = evaluateGraph(evolutionGraph('add', CHANNELS), state, input)
	.get(EVOLUTION_NODES.depthwiseNorm)!
	.data.filter((value) => value < 0).length;

describe.each(['cpu', 'wasm'] as const)('folding on %s', (backend) => {
	useBackend(backend);

	it.each(unfolded)('finds what folding "%s" does', async (form) => {
		const found = await findDifference(foldingEngine(), { form, state, input });
		expect(found).toMatchObject({ form, backend });
		expect(cutOff).toBeGreaterThan(10);
		if (form === 'relu-moved' || form === 'training-time') {
			expect(found.largest).toBeLessThan(1e-5);
			expect(found.differing).toBe(0);
			return;
		}
		expect(found.largest).toBeGreaterThan(0.5);
		expect(found).toMatchObject({ cutOff, differing: cutOff, both: cutOff });
		expect(found.difference.shape[1]).toBe(form === 'ghost' ? 2 * CHANNELS : CHANNELS);
	});

	it('shows a wrong fold', async () => {
		const engine = foldingEngine();
		const wrong = {
			...engine,
			foldBatchNorm: async (...call: Parameters<typeof engine.foldBatchNorm>) => {
				const fold = await engine.foldBatchNorm(...call);
				return { ...fold, bias: { ...fold.bias, data: fold.bias.data.map(() => 0.5) } };
			}
		};
		const found = await findDifference(wrong, { form: 'training-time', state, input });
		expect(found.largest).toBeGreaterThan(found.tolerance);
	});
});
