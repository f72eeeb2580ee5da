import { describe, expect, it } from 'vitest';
import { graphEngine } from '../../../../tests/support/graph-engine.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { runLive, runStill } from '../limits/experiment.ts';
import { padMaps, predictedError, REMEDIES } from './border-merge.ts';
import { outsideAt, picturePair, rowPair, runBorder, type BorderSetting } from './border-run.ts';

const setting: BorderSetting = {
	...{ remedy: 'none', bias: 1, row: [1, 1, 1], weight: 1, taps: [1, 1, 1] }
};
const live = async (given: BorderSetting) =>
	(await runLive(runBorder, graphEngine(), given)).result;

describe('1×1 and 3×3 on TensorFlow.js', () => {
	useBackend('cpu');

	it('give [4, 6, 4] in two steps and [5, 6, 5] merged', async () => {
		const { row } = await live(setting);
		expect([...row.middle.data]).toEqual([2, 2, 2]);
		expect([...row.twoStep.data]).toEqual([4, 6, 4]);
		expect([...row.merged.data]).toEqual([5, 6, 5]);
		expect([...row.difference.data]).toEqual([-1, 0, -1]);
	});

	it('agree inside the picture and not at its border', async () => {
		const { picture } = await live(setting);
		const size = 5;
		picture.difference.data.forEach((value, index) => {
			const [row, column] = [Math.floor(index / size) % size, index % size];
			const inside = row > 0 && row < size - 1 && column > 0 && column < size - 1;
			if (inside) expect(Math.abs(value)).toBeLessThan(1e-5);
		});
		expect(picture.agreement.difference).toBeGreaterThan(0.1);
		expect(picture.formulaOff).toBeLessThan(2e-6);
	});

	it.each(REMEDIES.filter((remedy) => remedy !== 'none'))(
		'agree everywhere with %s',
		async (remedy) => {
			const { row, picture } = await live({ ...setting, bias: -1.5, remedy });
			expect(row.agreement.difference).toBe(0);
			expect(picture.agreement.within).toBe(true);
		}
	);

	it('show the middle as the window sees it', async () => {
		const middleRow = async (remedy: BorderSetting['remedy']) => {
			const { padded } = (await live({ ...setting, remedy })).row;
			return [...padded.data.subarray(5, 10)];
		};
		expect(await middleRow('none')).toEqual([0, 2, 2, 2, 0]);
		expect(await middleRow('pad-middle')).toEqual([1, 2, 2, 2, 1]);
		expect(await middleRow('pad-first')).toEqual([1, 2, 2, 2, 1]);
		expect(await middleRow('no-bias')).toEqual([0, 1, 1, 1, 0]);
	});

	it('have no such trouble side by side, as in RepGhost', async () => {
		const { branches } = await live(setting);
		expect(branches.agreement.within).toBe(true);
	});

	it('are what the still figure shows', async () => {
		for (const remedy of REMEDIES) {
			const still = runStill(runBorder, { ...setting, remedy });
			const run = await live({ ...setting, remedy });
			expect([...still.row.twoStep.data]).toEqual([...run.row.twoStep.data]);
			run.picture.difference.data.forEach((value, index) =>
				expect(still.picture.difference.data[index]).toBeCloseTo(value, 5)
			);
		}
	});
});

describe('predictedError', () => {
	it('is −b times the taps that fall outside', () => {
		const pair = rowPair({ ...setting, bias: 2, taps: [1, 3, 5] });
		expect([...predictedError(pair, 1, 3).data]).toEqual([-2, 0, -10]);
	});

	it('counts whole rows of taps, too', () => {
		const pair = {
			...picturePair(setting),
			window: { shape: [1, 1, 3, 3], data: Float32Array.of(1, 2, 4, 8, 16, 32, 64, 128, 256) }
		};
		const { data } = predictedError(pair, 2, 2);
		expect([...data.map((value) => -value)]).toEqual([
			1 + 2 + 4 + 8 + 64,
			1 + 2 + 4 + 32 + 256,
			1 + 8 + 64 + 128 + 256,
			4 + 32 + 64 + 128 + 256
		]);
	});
});

it('padMaps gives each channel its own rim', () => {
	const maps = { shape: [1, 2, 1, 1], data: Float32Array.of(1, 2) };
	expect([...padMaps(maps, [7, 8]).data]).toEqual([
		7, 7, 7, 7, 1, 7, 7, 7, 7, 8, 8, 8, 8, 2, 8, 8, 8, 8
	]);
});

it('outsideAt times b, with the sign turned, is the difference in every cell', () => {
	const { merged, difference } = runStill(runBorder, { ...setting, bias: 2 }).picture;
	for (const channel of [0, 1]) {
		for (const [row, column] of [0, 1, 2, 3, 4].flatMap((r) =>
			[0, 1, 2, 3, 4].map((c) => [r, c])
		)) {
			const taps = outsideAt(merged, channel, { row: row!, column: column! });
			expect(difference.data[(channel * 5 + row!) * 5 + column!]).toBeCloseTo(-2 * taps, 5);
		}
	}
});
