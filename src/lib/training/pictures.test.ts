import { describe, expect, test } from 'vitest';
import { normalize } from '#lib/pictures/preprocess.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import { SUBJECTS } from '#lib/pictures/scenes/scene.ts';
import { drawPictures, epochOrder, joinPictures, plainBatch, trainingBatch } from './pictures.ts';

const SIDE = 16;
const set = drawPictures({ first: 70, count: 9 }, SIDE);

describe('a set', () => {
	test('holds the pictures of its seeds with their subjects and styles', () => {
		const scene = sampleScene(75);
		const size = SIDE * SIDE * 3;
		expect(set.rgb.slice(5 * size, 6 * size)).toEqual(
			new Uint8Array(drawScene(scene, SIDE, SIDE).rgb)
		);
		expect(SUBJECTS[set.labels[5]!]).toBe(scene.subject);
		expect(set.styles[5]).toBe(scene.style);
	});

	test('is the same drawn in pieces', () => {
		const pieces = [
			drawPictures({ first: 70, count: 4 }, SIDE),
			drawPictures({ first: 74, count: 5 }, SIDE)
		];
		expect(joinPictures(pieces)).toEqual(set);
	});
});

describe('the order of an epoch', () => {
	test('holds every picture once', () => {
		expect([...epochOrder(100, 1, 0)].sort((a, b) => a - b)).toEqual(
			Array.from({ length: 100 }, (_, index) => index)
		);
	});

	test('is another for each epoch and seed', () => {
		expect(epochOrder(100, 1, 0)).not.toEqual(epochOrder(100, 1, 1));
		expect(epochOrder(100, 1, 0)).not.toEqual(epochOrder(100, 2, 0));
		expect(epochOrder(100, 1, 3)).toEqual(epochOrder(100, 1, 3));
	});
});

describe('a batch', () => {
	const order = Uint32Array.from([8, 3, 5, 0]);
	const still = { seed: 1, batch: 2, shift: 0, mirror: false };

	test('holds the numbers that a reader’s picture becomes, channels last', () => {
		const batch = plainBatch(set, 7, 50);
		expect(batch.count).toBe(2);
		const { data } = normalize(drawScene(sampleScene(78), SIDE, SIDE));
		const [row, column, plane] = [11, 4, SIDE * SIDE];
		for (let channel = 0; channel < 3; channel++) {
			const at = ((SIDE + row) * SIDE + column) * 3 + channel;
			expect(batch.values[at]).toBe(data[channel * plane + row * SIDE + column]);
		}
		expect([...batch.labels]).toEqual([set.labels[7], set.labels[8]]);
	});

	test('takes the pictures of its place in the order', () => {
		const batch = trainingBatch(set, order, { inEpoch: 1, overall: 9 }, still);
		expect([...batch.labels]).toEqual([set.labels[5], set.labels[0]]);
		expect(batch.values.subarray(0, SIDE * SIDE * 3)).toEqual(plainBatch(set, 5, 1).values);
	});

	test('moves within its bounds and repeats the border', () => {
		const plain = plainBatch(set, 8, 1).values;
		const size = SIDE * SIDE * 3;
		const pixel = (values: Float32Array, row: number, column: number) => [
			...values.subarray((row * SIDE + column) * 3, (row * SIDE + column) * 3 + 3)
		];
		const clamp = (at: number) => Math.min(SIDE - 1, Math.max(0, at));
		const views = new Set<string>();
		for (let overall = 0; overall < 120; overall++) {
			const step = { inEpoch: 0, overall };
			const recipe = { seed: 1, batch: 1, shift: 2, mirror: true };
			const moved = trainingBatch(set, order, step, recipe).values.subarray(0, size);
			const matches: string[] = [];
			for (const mirrored of [false, true]) {
				for (let down = -2; down <= 2; down++) {
					for (let right = -2; right <= 2; right++) {
						const same = [0, 5, SIDE - 1].every((row) =>
							[0, 6, SIDE - 1].every((column) => {
								const across = clamp(column + right);
								const from = pixel(plain, clamp(row + down), mirrored ? SIDE - 1 - across : across);
								return from.join() === pixel(moved, row, column).join();
							})
						);
						if (same) matches.push(`${mirrored} ${down} ${right}`);
					}
				}
			}
			expect(matches.length).toBeGreaterThan(0);
			matches.forEach((match) => views.add(match));
		}
		// Of 25 ways to move a picture, both as it is and mirrored.
		const mirrored = [...views].filter((view) => view.startsWith('true')).length;
		expect(mirrored).toBeGreaterThan(15);
		expect(views.size - mirrored).toBeGreaterThan(15);
	});
});
