import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import logs from './training-curves.json';
import { publishedAt } from './facts.ts';
import { trainingLogs } from './training-logs.ts';

test('the curves are those of the reference', () => {
	const fixture = new URL('../../../tests/fixtures/training-curves.json', import.meta.url);
	expect(logs).toEqual(JSON.parse(readFileSync(fixture, 'utf8')));
});

test('the best epoch is the highest point, and stands in the dossier', () => {
	for (const [
		width,
		{ val_top1_ema: ema, best_ema: best, best_ema_epoch: epoch }
	] of trainingLogs) {
		// The curves have two decimals.
		expect(Math.max(...ema), width).toBeCloseTo(best, 1);
		expect(ema[epoch], width).toBe(Math.max(...ema));
		const path = `training-recipe/log-facts/best-ema-epoch/${width}`;
		expect(publishedAt(path).value).toBe(epoch);
	}
});

test('the log of 2.0x ends early', () => {
	expect([...trainingLogs.keys()]).toHaveLength(8);
	expect(trainingLogs.get('2.0x')!.epochs).toBe(251);
	expect(trainingLogs.get('0.5x')!.epochs).toBe(300);
});
