import { describe, expect, it } from 'vitest';
import { foldingEngine, labOn, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { KernelLab } from './kernel-lab.svelte.ts';
import { KERNELS } from './kernels.ts';
import type { Props } from './props.ts';
import toadstool from './toadstool.scene';

const start: Props = { kernel: 'centre', dense: false, stride: 1, source: 'numbers', locked: [] };

describe('the lab of the kernels', () => {
	useBackend('cpu');

	const lab = (props: Partial<Props> = {}, engine = foldingEngine()) =>
		new KernelLab(labOn(engine), () => ({ ...start, ...props }), toadstool);

	it('shows plain loops until something was run', async () => {
		const kernels = lab();
		expect(kernels.run.backend).toBeNull();
		expect(kernels.change?.largest).toBe(0);
		kernels.ask();
		await settled(kernels.answer);
		expect(kernels.run.backend).toBe('cpu');
		expect(kernels.change?.largest).toBe(0);
	});

	it('edits taps, knows kernels by name, and takes back', async () => {
		const kernels = lab();
		kernels.editTap(4, 2);
		expect([kernels.kernelName, kernels.changed]).toEqual(['', true]);
		expect(kernels.change?.largest).toBe(9);
		kernels.chooseKernel('ones');
		expect(kernels.kernelName).toBe('ones');
		kernels.undo();
		kernels.undo();
		expect([kernels.kernelName, kernels.canUndo, kernels.canRedo]).toEqual(['centre', false, true]);
		kernels.redo();
		kernels.reset();
		expect(kernels.changed).toBe(false);
		await settled(kernels.answer);
		expect(kernels.run.backend).toBe('cpu');
	});

	it('has centres of its own for a dense convolution', async () => {
		const kernels = lab({ dense: true });
		expect(kernels.mixName).toBe('centre');
		expect(kernels.change?.largest).toBeGreaterThan(0);
		kernels.chooseMix('identity');
		expect(kernels.change?.largest).toBe(0);
		kernels.editMix(0, 2, 1);
		expect(kernels.change).toMatchObject({ channel: 0, largest: 3 });
		kernels.switchDense(false);
		expect(kernels.setting.taps).toBe(KERNELS.centre);
		await settled(kernels.answer);
		expect(kernels.run.output.shape).toEqual([1, 1, 5, 5]);
	});

	it('keeps the window on the map, and in its place when the stride changes', async () => {
		const kernels = lab();
		kernels.moveTo({ row: 4, column: 9 });
		expect(kernels.place).toEqual({ row: 4, column: 4 });
		kernels.switchStride(true);
		expect(kernels.place).toEqual({ row: 2, column: 2 });
		expect(kernels.outputExtents).toEqual({ rows: 3, columns: 3 });
		expect(kernels.change).toBeNull();
		kernels.switchStride(false);
		expect(kernels.place).toEqual({ row: 4, column: 4 });
		kernels.chooseSource('picture');
		expect(kernels.place).toEqual({ row: 24, column: 28 });
		await settled(kernels.answer);
		expect(kernels.run.output.shape).toEqual([1, 1, 64, 64]);
	});

	it('takes nine taps, and the identity for either convolution', () => {
		expect(lab({ kernel: [0, 0, 0, 0, 3, 0, 0, 0, 0] }).setting.taps[4]).toBe(3);
		expect(lab({ kernel: 'identity' }).kernelName).toBe('centre');
		expect(lab({ kernel: 'identity', dense: true }).mixName).toBe('identity');
	});

	it('goes on in plain loops when the engine fails', async () => {
		const refuse = () => Promise.reject(new Error('No engine today.'));
		const kernels = lab({}, { ...foldingEngine(), runGraph: refuse });
		kernels.chooseKernel('ones');
		await settled(kernels.answer);
		expect(kernels.answer.error).toBe('No engine today.');
		expect(kernels.change?.largest).toBe(23);
		expect(kernels.run.backend).toBeNull();
	});
});
