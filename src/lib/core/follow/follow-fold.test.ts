import { describe, expect, it } from 'vitest';
import { foldUpTo, type FoldMistakes } from '#lib/core/fold/fold-procedure.ts';
import { plainArithmetic } from '#lib/core/fold/fold-arithmetic.ts';
import type { ChannelTensors } from '#lib/core/fold/fold-view.ts';
import { followFold, type FoldRecord, type TensorPlace } from './follow-fold.ts';
import { combine } from './follow-term.ts';
import { TOY_STATE } from '#lib/core/fold/toy-module.ts';

const OWN = {
	kernel: 'cheap_operation.0.weight',
	gamma: 'cheap_operation.1.weight',
	beta: 'cheap_operation.1.bias',
	mean: 'cheap_operation.1.running_mean',
	variance: 'cheap_operation.1.running_var',
	identityGamma: 'fusion_bn.0.weight',
	identityBeta: 'fusion_bn.0.bias',
	identityMean: 'fusion_bn.0.running_mean',
	identityVariance: 'fusion_bn.0.running_var'
};

/** The toy module folded to the end, one channel. */
function fold(channel: number, mistakes: FoldMistakes = {}): FoldRecord {
	const subject = { state: TOY_STATE, channels: 2, size: 3 };
	const made = foldUpTo('compare', subject, plainArithmetic, mistakes);
	const own = Object.entries(OWN).map(([name, key]) => [name, TOY_STATE.get(key)!] as const);
	const tensors = Object.fromEntries(
		[...own, ...Object.entries(made)].map(([name, { data }]) => [
			name,
			data.length === 2 ? data[channel] : data.slice(channel * 9, channel * 9 + 9)
		])
	);
	return { tensors: tensors as unknown as ChannelTensors, mistakes };
}

const place = (name: keyof ChannelTensors, index = 0): TensorPlace => ({
	kind: 'tensor',
	name,
	index
});

const MADE = [
	'scale',
	'shift',
	'scaledKernel',
	'kernelBias',
	'identityScale',
	'identityShift',
	'scaledIdentity',
	'identityBias',
	'sumKernel',
	'sumBias'
] as const;

describe.each([
	['right', {}],
	['with a wrong epsilon', { epsilon: 1e-3 }],
	['with centre plus one', { centrePlusOne: true }],
	['without the branch bias', { forgetBias: true }]
])('the fold %s', (_, mistakes) => {
	it.each([0, 1])('of channel %d adds up in every tensor', (channel) => {
		const record = fold(channel, mistakes);
		for (const name of MADE) {
			for (const index of name.endsWith('Kernel') || name === 'scaledIdentity' ? [0, 4, 7] : [0]) {
				const followed = followFold(record, place(name, index));
				if (followed.rule === 'given') {
					expect([name, followed.value]).toEqual(['identityBias', 0]);
					continue;
				}
				expect(combine(followed)).toBeCloseTo(followed.value, 6);
				for (const { value, source } of followed.terms.flatMap(({ factors }) => factors)) {
					if (source) expect(followFold(record, source).value).toBe(value);
				}
			}
		}
	});
});

it('follows the centre tap of channel 1 back to γ and σ²: 1.20 + 0.60 = 1.80', () => {
	const record = fold(0);
	const sum = followFold(record, place('sumKernel', 4));
	expect(sum.value).toBeCloseTo(1.8, 3);
	const [scaled, identity] = sum.terms.map(({ factors }) =>
		followFold(record, factors[0]!.source!)
	);
	expect(scaled!.source).toEqual(place('scaledKernel', 4));
	expect(scaled!.terms[0]!.factors.map(({ value }) => value.toFixed(2))).toEqual(['1.50', '0.80']);
	expect(identity!.terms[0]!.factors.map(({ source }) => source)).toEqual([
		place('identityScale'),
		place('identityKernel', 4)
	]);
	const scale = followFold(record, place('identityScale'));
	expect(scale.rule).toBe('quotient');
	const deviation = followFold(record, scale.terms[1]!.factors[0]!.source!);
	expect(deviation.terms.map(({ value }) => value)).toEqual([2.25, 1e-5]);
});

it('takes μ · s away from β', () => {
	const { terms } = followFold(fold(0), place('shift'));
	expect(terms.map(({ minus }) => minus)).toEqual([false, true]);
	expect(terms[1]!.value).toBeCloseTo(-0.6, 4);
});
