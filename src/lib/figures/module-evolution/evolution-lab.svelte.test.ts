import { describe, expect, it } from 'vitest';
import { EVOLUTION } from '#lib/core/fold/module-evolution.ts';
import { largestDifference } from '#lib/core/tensor.ts';
import { foldingEngine, labOn, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { SAMPLE_PICTURE } from '../module-graph/sample-picture.ts';
import { EvolutionLab } from './evolution-lab.svelte.ts';

const openLab = () =>
	new EvolutionLab(labOn(foldingEngine()), SAMPLE_PICTURE, () => ({ start: 'ghost', channels: 4 }));

describe('the five drawings', () => {
	useBackend('cpu');

	it('hold the same values before and after the engine has run them', async () => {
		const lab = openLab();
		for (const [position, form] of EVOLUTION.entries()) {
			lab.goTo(position);
			expect(lab.form).toBe(form);
			const plain = lab.maps;
			lab.askForMaps();
			await settled(lab.run.answer);
			expect(lab.run.isLive(lab.module)).toBe(true);
			expect(lab.maps).not.toBe(plain);
			expect([...lab.maps.keys()].toSorted()).toEqual([...plain.keys()].toSorted());
			for (const [name, tensor] of lab.maps) {
				expect(largestDifference(tensor, plain.get(name)!)).toBeLessThan(1e-4);
			}
		}
	});

	it('stop at both ends', async () => {
		const lab = openLab();
		lab.goTo(-1);
		expect(lab.position).toBe(0);
		lab.goTo(4);
		lab.goTo(5);
		expect(lab.form).toBe('folded');
		await settled(lab.run.answer);
	});

	it('have one scale for all that is never negative, and one for the rest', () => {
		const lab = openLab();
		const values = EVOLUTION.flatMap((form) => [
			...lab.run.mapsOf(lab.moduleOf(form)).values()
		]).map(({ data }) => ({ low: Math.min(...data), high: Math.max(...data) }));
		const unsigned = values.filter(({ low }) => low >= 0).map(({ high }) => high);
		const signed = values.filter(({ low }) => low < 0).flatMap(({ low, high }) => [-low, high]);
		expect(lab.scales.unsigned).toMatchObject({ low: 0, high: Math.max(...unsigned) });
		expect(lab.scales.signed?.high).toBe(Math.max(...signed));
	});

	it('keep what folding has shown, drawing by drawing', async () => {
		const lab = openLab();
		lab.goTo(1);
		lab.fold();
		await settled(lab.folding);
		expect(lab.foundFor('add')?.largest).toBeGreaterThan(1);
		lab.goTo(2);
		expect(lab.foundFor(lab.form)).toBeNull();
		lab.fold();
		await settled(lab.folding);
		expect(lab.foundFor('relu-moved')?.largest).toBeLessThan(1e-5);
		expect(lab.foundFor('add')?.largest).toBeGreaterThan(1);
	});

	it('have nothing to fold at the end', async () => {
		const lab = openLab();
		lab.goTo(4);
		lab.fold();
		expect(lab.folding.pending).toBe(false);
		await settled(lab.run.answer);
	});
});
