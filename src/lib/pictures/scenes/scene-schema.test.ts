import { describe, expect, it } from 'vitest';
import { sampleScene } from './sample-scene.ts';
import { parseScene, parseSceneChanges } from './scene-schema.ts';
import { DIALS } from './scene.ts';

const scene = sampleScene(1);

describe('parseScene', () => {
	it('gives a fresh object with the same values', () => {
		const parsed = parseScene(scene);
		expect(parsed).toEqual(scene);
		expect(parsed).not.toBe(scene);
	});

	it.each(DIALS)('takes $key at both ends of its dial and not beyond', ({ key, least, most }) => {
		for (const value of [least, most]) {
			expect(parseScene({ ...scene, [key]: value })[key]).toBe(value);
		}
		for (const value of [least - 0.01, most + 0.01, NaN, Infinity, '1', null]) {
			expect(() => parseScene({ ...scene, [key]: value })).toThrow(`Scene, ${key}: expected`);
		}
	});

	it.each([
		[{ ...scene, size: 3 }, 'Scene, size: expected 1.4, found 3.'],
		[{ ...scene, size: '1' }, 'Scene, size: expected number, found "1".'],
		[{ ...scene, clutter: 1.5 }, /^Scene, clutter: expected .*, found 1\.5\.$/],
		[{ ...scene, subject: 'teapot' }, /^Scene, subject: expected .*"cube".*, found "teapot"\.$/],
		[{ ...scene, variant: -1 }, 'Scene, variant: expected 0, found -1.'],
		[
			{ ...scene, variant: 4294967296 },
			/^Scene, variant: expected 4294967295, found 4294967296\.$/
		],
		[{ ...scene, constructor: 1 }, /^Scene, constructor: expected never, found "constructor"\.$/],
		[JSON.parse('{"__proto__": {"size": 1}}'), /^Scene, .*: expected/],
		[[], /^Scene.*: expected/],
		[null, 'Scene: expected Object, found null.']
	])('refuses %j', (given, message) => {
		expect(() => parseScene(given)).toThrow(message);
	});
});

describe('parseSceneChanges', () => {
	it('takes some values and checks each', () => {
		expect(parseSceneChanges({ turn: 90, subject: 'fish' })).toEqual({ turn: 90, subject: 'fish' });
		expect(parseSceneChanges({})).toEqual({});
		expect(() => parseSceneChanges({ turn: 361 })).toThrow('Scene, turn: expected 360, found 361.');
	});
});
