import { expect, test } from 'vitest';
import { pictureSteps } from './picture-steps.ts';

const input = (rows: number, columns: number) => ({
	shape: [1, 3, rows, columns],
	data: new Float32Array(3 * rows * columns)
});

test('a file for 224 × 224 first covers 256 × 256, as timm resizes it', () => {
	expect(pictureSteps({ kind: 'file', input: input(224, 224) })).toEqual({
		way: 'cropped',
		...{ rows: 224, columns: 224, covered: { width: 256, height: 256 }, cropShare: 0.875 },
		means: [0.485, 0.456, 0.406],
		deviations: [0.229, 0.224, 0.225]
	});
});

test('a camera’s picture is cropped too, a scene is made at its size, a tensor is left alone', () => {
	expect(pictureSteps({ kind: 'camera', input: input(64, 32) })).toMatchObject({
		...{ way: 'cropped', rows: 64, columns: 32, covered: { width: 36, height: 73 } }
	});
	expect(pictureSteps({ kind: 'sample', input: input(64, 64) }).way).toBe('made');
	expect(pictureSteps({ kind: 'drawing', input: input(64, 64) }).way).toBe('made');
	expect(pictureSteps({ kind: 'tensor', input: input(64, 64) }).way).toBe('tensor');
});
