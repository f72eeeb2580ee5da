import { expect, it } from 'vitest';
import { NUMBER_INPUTS } from './inputs.ts';
import { stillKernel } from './kernel-run.ts';
import { KERNELS, MIXES, type KernelSetting } from './kernels.ts';
import { displayWindow } from './window-sum.ts';
import { windowTerms } from './window.ts';

const setting = (taps: readonly number[]): KernelSetting => ({
	dense: false,
	stride: 1,
	taps,
	mix: MIXES.identity
});

const input = NUMBER_INPUTS.single;

function shown(taps: readonly number[], row: number, column: number) {
	const { output } = stillKernel({ setting: setting(taps), input });
	const terms = windowTerms(setting(taps), input, { row, column });
	return displayWindow(terms, output.data[row * 5 + column]!);
}

it('writes whole numbers as such', () => {
	const { terms, total, rounding } = shown(KERNELS.ones, 0, 0);
	expect(terms[4]).toMatchObject({ factors: '1 × 5', product: '= 5', isOutside: false });
	expect(terms[0]).toMatchObject({ factors: '1 × 0', product: '= 0', isOutside: true });
	expect([total, rounding]).toEqual(['15', null]);
});

it('says what was rounded, and adds up as displayed', () => {
	const { terms, total, rounding } = shown(KERNELS.ninths, 2, 3);
	expect(terms[3]).toMatchObject({ factors: '0.11 × 8.00', product: '≈ 0.89' });
	const read = (text: string): number =>
		Math.round(Number(text.replace(/[=≈+ ]/g, '').replace('−', '-')) * 100);
	const sum = terms.reduce((cents, { product }) => cents + read(product), 0);
	expect(sum + read(rounding ?? '0')).toBe(read(total));
	expect([rounding, total]).toEqual(['0.01', '2.78']);
});

it('brackets a value below zero behind the sign', () => {
	const [term] = displayWindow([{ index: 0, tap: -1, value: -2, product: 2 }], 2).terms;
	expect(term).toMatchObject({ factors: '−1 × (−2)', product: '= 2' });
});
