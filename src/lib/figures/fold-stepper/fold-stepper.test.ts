/** What the stepper shows of a step: its stage, its formula, its readout, and numbers followed back. */
import { describe, expect, it, test } from 'vitest';
import { unitsOf } from '#lib/core/arithmetic.ts';
import { FOLD_NODES, foldStepGraph } from '#lib/core/fold/fold-graphs.ts';
import { computeFoldStep } from '#lib/core/fold/fold-step.ts';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { en } from '#lib/strings/en.ts';
import { followStep, tensorSource, weightParts } from './follow-step.ts';
import { moduleGroups, moduleValue, readModule } from './pickers.ts';
import { gaugePosition, inUlps, ulpOf } from './readout.ts';
import { toleranceFor } from '#lib/figures/live/tolerance.ts';
import { valuesOf } from './stage-context.ts';
import { differenceUnit, mapOf, mapScales } from './stage-maps.ts';
import { FOLDING_NODES, STAGE } from './stage.ts';
import { stepFormula } from './step-formula.ts';
import { windowAt } from './window-at.ts';

const module = { plan: TOY_PLAN, state: TOY_STATE, input: TOY_PICTURES.diagonal };
const view = (step: (typeof FOLD_STEPS)[number], channel = 0) =>
	computeFoldStep(module, { step, channel, edits: [], breakages: [] });
const looked = { tap: 4, pixel: { row: 2, column: 2 }, decimals: 2, words: en.fold };

describe.each(FOLD_STEPS)('the step "%s"', (step) => {
	const shown = view(step);

	it('has made every tensor and map that stands on its stage', () => {
		const scales = mapScales(shown);
		for (const item of STAGE[step].flat()) {
			if (item.kind === 'kernel' || item.kind === 'number') {
				expect(valuesOf(shown, item.part), item.part).not.toBeNull();
			}
			if (item.kind === 'map') {
				expect(mapOf({ view: shown, ...scales }, item.part), item.part).not.toBeNull();
			}
		}
	});

	it('folds nodes that its graph has', () => {
		const names = foldStepGraph(TOY_PLAN, step).nodes.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([...FOLDING_NODES[step]]));
	});

	it('fills every slot of its formula', () => {
		const { html, values, sentence } = stepFormula(shown, looked);
		const slots = [...html.matchAll(/data-slot="([^"]*)"/g)].map(([, name]) => name);
		expect(new Set(slots)).toEqual(
			new Set(Object.keys(values).filter((name) => slots.includes(name)))
		);
		expect(sentence).not.toBe('');
	});

	it('knows whose work each weight of its graph is', () => {
		const parts = weightParts(shown);
		const keys = [...parts.keys()].filter((key) => !key.startsWith('primary'));
		for (const key of keys) expect(en.fold.parts[parts.get(key)!]).toBeTruthy();
	});
});

describe('formulas add up as they stand', () => {
	const number = (text = '') => Number(text.replace('−', '-').replace(/[()]/g, ''));
	const rounding = (text = '') => {
		const found = /([+−]) ([\d.]+)/.exec(text);
		return found ? (found[1] === '−' ? -1 : 1) * Number(found[2]) : 0;
	};
	/** A module whose numbers are not round. */
	const crooked = new Map(
		[...TOY_STATE].map(([key, { shape, data }]) => [
			key,
			{ shape, data: data.map((value, index) => value * 1.0357 + 0.0123 * (index % 3)) }
		])
	);

	test.each([TOY_STATE, crooked])('sums, products and shifts', (state) => {
		for (const channel of [0, 1]) {
			for (let tap = 0; tap < 9; tap++) {
				const write = (step: (typeof FOLD_STEPS)[number]) =>
					stepFormula(
						computeFoldStep({ ...module, state }, { step, channel, edits: [], breakages: [] }),
						{ ...looked, tap }
					).values;
				const kernel = write('scale-kernel');
				const product = number(kernel.scale) * number(kernel.kernel) + rounding(kernel.rounding);
				expect(unitsOf(product, 4)).toBe(unitsOf(number(kernel.scaledKernel), 4));
				const sum = write('add-kernels');
				const added =
					number(sum.scaledKernel) + number(sum.scaledIdentity) + rounding(sum.rounding);
				expect(unitsOf(added, 2)).toBe(unitsOf(number(sum.sumKernel), 2));
				for (const [step, result] of [
					['kernel-bias', 'kernelBias'],
					['identity-bias', 'identityBias']
				] as const) {
					const bias = write(step);
					const value =
						number(bias.beta) - number(bias.mean) * number(bias.scale) + rounding(bias.rounding);
					expect(unitsOf(value, 4), step).toBe(unitsOf(number(bias[result]), 4));
				}
			}
		}
	});
});

describe('the readout', () => {
	it('counts in units in the last place of the largest value', () => {
		expect(ulpOf(1)).toBe(2 ** -23);
		expect(ulpOf(4.2)).toBe(2 ** -21);
		expect(inUlps(4.76837158203125e-7, 4.2)).toBe(1);
		expect(inUlps(0, 0)).toBe(0);
		expect(inUlps(1, 0)).toBe(Infinity);
		expect(inUlps(0.062, 4.2)).toBe(Math.round(0.062 / 2 ** -21));
	});

	it('stands on a logarithmic scale, and never beside it', () => {
		expect(gaugePosition(0)).toBe(0);
		expect(gaugePosition(1e-4)).toBeCloseTo(0.5, 12);
		expect(gaugePosition(1e9)).toBe(1);
		expect(toleranceFor(4)).toBeCloseTo(5e-5, 12);
	});
});

describe('maps', () => {
	it('a difference is written in its own power of ten', () => {
		const { maps } = view('compare');
		const unitAt = (difference: number): number => {
			const data = maps.reference.data.slice();
			data[7]! += difference;
			return differenceUnit({ ...maps, soFar: { shape: maps.reference.shape, data } });
		};
		expect(unitAt(4.8e-3)).toBeCloseTo(1e-3, 12);
		expect(unitAt(0)).toBe(1);
		// 0.10, as far as float32 has it, and what is larger, needs no power of ten.
		expect(unitAt(0.0999999)).toBe(1);
		expect(unitAt(16)).toBe(1);
	});

	it('a weight file without a module to show has a line in the list of modules', () => {
		const source = {
			kind: 'file',
			id: 1,
			file: new File([], 'x.safetensors'),
			module: ''
		} as const;
		const groups = moduleGroups([], source, en.fold);
		expect(groups.at(-1)?.label).toBe('x.safetensors');
		expect(groups.at(-1)?.options.map(({ value }) => value)).toEqual([moduleValue(source, [])]);
		expect(readModule(moduleValue(source, []), [])).toBeNull();
	});

	it('the window of a kernel has zeros outside the map', () => {
		const map = { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) };
		const taps = Array.from({ length: 9 }, (_, tap) => tap);
		expect(windowAt(map, taps, { row: 0, column: 0 }).patch).toEqual([0, 0, 0, 0, 1, 2, 0, 3, 4]);
		expect(windowAt(map, taps, { row: 1, column: 1 }).products).toEqual([
			0, 2, 0, 9, 16, 0, 0, 0, 0
		]);
	});
});

describe('a number followed back', () => {
	const shown = view('compare');
	const trail = { view: shown, mistakes: {}, run: null, partOf: weightParts(shown) };

	it('leads from the folded centre to the two branches, and on to γ and σ', () => {
		const centre = followStep(trail, tensorSource({ part: 'sumKernel', index: 4 }));
		const names = centre.terms.map(({ factors }) => factors[0]!.source);
		expect(names).toEqual([
			{ kind: 'tensor', name: 'scaledKernel', index: 4 },
			{ kind: 'tensor', name: 'scaledIdentity', index: 4 }
		]);
		const scaled = followStep(trail, names[1]!);
		expect(scaled.terms[0]!.factors.map(({ source }) => source)).toEqual([
			{ kind: 'tensor', name: 'identityScale', index: 0 },
			{ kind: 'tensor', name: 'identityKernel', index: 4 }
		]);
	});

	it('ends at the numbers of the module itself', () => {
		expect(followStep(trail, tensorSource({ part: 'gamma', index: 0 })).rule).toBe('given');
	});

	it('knows the one convolution that is left by its key', () => {
		expect(trail.partOf.get(`${FOLD_NODES.fused}.weight`)).toBe('sumKernel');
		expect(trail.partOf.get(`${FOLD_NODES.fused}.bias`)).toBe('sumBias');
	});
});
