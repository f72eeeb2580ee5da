import { describe, expect, it } from 'vitest';
import { foldingEngine, labOn, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { FoldLab } from './fold-lab.svelte.ts';

describe('the lab of the fold', () => {
	useBackend('cpu');

	const lab = () =>
		new FoldLab(labOn(foldingEngine()), () => ({
			convolution: '1x1',
			numbers: 'by-hand',
			bias: true
		}));

	it('shows plain arithmetic, then what was measured', async () => {
		const fold = lab();
		expect([...fold.foldedTaps]).toEqual([0.75]);
		expect(fold.measured).toBeNull();
		fold.ask();
		await settled(fold.answer);
		expect(fold.measured?.backend).toBe('cpu');
		expect(fold.run.folded.bias.data[0]).toBe(2.5);
	});

	it('edits, takes back and does again', async () => {
		const fold = lab();
		const before = fold.setting;
		fold.edit('bias', 6);
		fold.editTap(0, -2);
		await settled(fold.answer);
		expect(fold.run.folded.bias.data[0]).toBe(5.5);
		expect([...fold.foldedTaps]).toEqual([-3]);
		expect(fold.largestTap).toBe(3);
		fold.undo();
		fold.undo();
		expect(fold.setting).toBe(before);
		expect([fold.canUndo, fold.canRedo, fold.changed]).toEqual([false, true, false]);
		fold.redo();
		expect(fold.setting.bias).toEqual([6]);
		fold.reset();
		expect(fold.setting).toBe(before);
		fold.undo();
		expect(fold.setting.bias).toEqual([6]);
		await settled(fold.answer);
	});

	it('leaves the bias out when the convolution has none', async () => {
		const fold = lab();
		fold.switchBias(false);
		await settled(fold.answer);
		expect(fold.run.folded.bias.data[0]).toBe(-3.5);
		expect(fold.run.single.data[0]).toBe(4);
	});

	it('keeps channel and tap within the other convolution', async () => {
		const fold = new FoldLab(labOn(foldingEngine()), () => ({
			convolution: 'depthwise',
			numbers: 'maps',
			bias: false
		}));
		expect(fold.tap).toBe(4);
		fold.showChannel(1);
		fold.followTap(8);
		fold.choose('1x1');
		expect([fold.channel, fold.tap, fold.taps.length]).toEqual([1, 0, 2]);
		fold.undo();
		expect(fold.taps).toHaveLength(9);
		await settled(fold.answer);
		expect(fold.run.norm.shape).toEqual([1, 2, 4, 4]);
	});
});
