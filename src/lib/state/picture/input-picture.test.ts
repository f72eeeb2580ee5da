import { describe, expect, it } from 'vitest';
import { serializeNpy } from '#lib/export/npy.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { prepareInput } from './input-picture.ts';
import { sceneOf } from './scenes.ts';

const engine = {
	preparePicture: async () => {
		throw new Error('asked the engine');
	}
};
const drawer = { draw: async (...scene: Parameters<typeof drawScene>) => drawScene(...scene) };
const prepare = (file: File, shape: [number, number, number] = [3, 8, 8]) =>
	prepareInput({ kind: 'file', id: 1, file }, shape, engine, drawer);
const npy = (shape: number[], name = 'x.npy') => {
	const data = new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(0.25);
	return new File([serializeNpy({ shape, data })], name);
};

describe('prepareInput', () => {
	it('draws a scene at the network’s size, with what was changed on it', async () => {
		const choice = { kind: 'sample', slug: 'toadstool', changes: { turn: 90 } } as const;
		const picture = await prepareInput(choice, [3, 16, 24], engine, drawer);
		expect(picture.input.shape).toEqual([1, 3, 16, 24]);
		expect(picture.shown).toMatchObject({ width: 24, height: 16 });
		expect(picture).toMatchObject({ kind: 'sample', name: 'toadstool', scene: 'turn_90' });
		const drawn = drawScene({ ...sceneOf('toadstool'), turn: 90 }, 24, 16);
		expect([...picture.shown.rgba.slice(0, 3)]).toEqual([...drawn.rgb.slice(0, 3)]);
	});

	it('takes a tensor as it is, with a batch of one', async () => {
		const picture = await prepare(npy([3, 6, 10]));
		expect(picture.input.shape).toEqual([1, 3, 6, 10]);
		expect(picture.input.data[7]).toBe(0.25);
		expect(picture).toMatchObject({ kind: 'tensor', name: 'x.npy' });
	});

	it('knows a tensor by its first bytes too', async () => {
		expect((await prepare(npy([3, 8, 8], 'tensor'))).kind).toBe('tensor');
	});

	it('refuses other shapes and sizes by name', async () => {
		await expect(prepare(npy([8, 8, 3]))).rejects.toThrow('[8, 8, 3]');
		await expect(prepare(npy([3, 1, 2049]))).rejects.toThrow('2049 columns');
		const large = new File([new Uint8Array(13_000_000)], 'x.npy');
		await expect(prepare(large)).rejects.toThrow('13000000 bytes');
	});

	it('hands everything else to the engine', async () => {
		await expect(prepare(new File(['x'], 'x.png'))).rejects.toThrow('asked the engine');
	});

	it('knows only the samples of its list', async () => {
		const cat = prepareInput({ kind: 'sample', slug: 'cat' }, [3, 4, 4], engine, drawer);
		await expect(cat).rejects.toThrow('"cat"');
	});
});
