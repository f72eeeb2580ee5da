import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES, modelKey, pictureKey, turnDials } from './choices.ts';
import { choicesFromUrl, choicesToUrl } from './choices-address.ts';
import { MODELS } from '#lib/state/weights/models.ts';
import { sceneOf } from '#lib/state/picture/scenes.ts';
import { defaultUrlState, readUrlState, writeUrlState } from '#lib/state/address/url-state.ts';

const read = (search: string) => choicesFromUrl(readUrlState(search).state);

describe('choices in an address', () => {
	it('come back as they were', () => {
		const choices = {
			...DEFAULT_CHOICES,
			model: { kind: 'random', slug: 'ghostnet_130' },
			form: 'folded',
			picture: {
				kind: 'sample',
				slug: 'toadstool',
				changes: {
					subject: 'sailing-boat',
					variant: 4294967295,
					turn: 12,
					across: -0.25,
					style: 1.5
				}
			},
			layer: 'blocks.3.0.ghost1',
			scale: 'own',
			backend: 'cpu'
		} as const;
		const search = writeUrlState({ ...defaultUrlState, ...choicesToUrl(choices) });
		expect(read(search)).toEqual({ choices, ignored: [] });
	});

	it('leave the address bare where they are the defaults', () => {
		expect(writeUrlState({ ...defaultUrlState, ...choicesToUrl(DEFAULT_CHOICES) })).toBe('');
		expect(read('').choices).toEqual(DEFAULT_CHOICES);
	});

	it('give way to the defaults where nothing of the name exists', () => {
		const { choices, ignored } = read('?model=resnet50&picture=cat&scene=turn_9999');
		expect(choices).toEqual(DEFAULT_CHOICES);
		expect(ignored).toEqual(['model', 'picture', 'scene']);
	});

	it('leave files out', () => {
		const file = new File([], 'a.png');
		const choices = { ...DEFAULT_CHOICES, picture: { kind: 'file', id: 1, file } } as const;
		expect(choicesToUrl(choices).picture).toBeNull();
	});
});

it('tells files of one name apart, and branches of one file', () => {
	const file = new File([], 'a.safetensors');
	const keys = [
		modelKey({ kind: 'file', id: 1, file }),
		modelKey({ kind: 'file', id: 2, file }),
		modelKey({ kind: 'file', id: 1, file, branch: 'none' })
	];
	expect(new Set(keys).size).toBe(3);
	expect(pictureKey({ kind: 'file', id: 1, file })).not.toBe(
		pictureKey({ kind: 'file', id: 2, file })
	);
});

it('tells scenes apart by their dials', () => {
	const ball = { kind: 'sample', slug: 'red-ball' } as const;
	expect(pictureKey(turnDials(ball, { turn: 12 }))).not.toBe(pictureKey(ball));
	expect(
		pictureKey(turnDials(turnDials(ball, { turn: 12 }), { turn: sceneOf('red-ball').turn }))
	).toBe(pictureKey(ball));
});

it('lists every published width under its name in timm', () => {
	expect(MODELS.map(({ slug }) => slug)).toEqual([
		...['050', '058', '080', '100', '111', '130', '150', '200'].map((w) => `repghostnet_${w}`),
		...['050', '100', '130'].map((w) => `ghostnet_${w}`)
	]);
	expect(MODELS[1]?.label).toBe('RepGhostNet 0.58×');
});
