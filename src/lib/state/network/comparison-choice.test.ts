import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES, type Choices } from './choices.ts';
import { choicesFromUrl, choicesToUrl } from './choices-address.ts';
import { choosePreset, otherChoices, otherForm, swapRuns } from './comparison-choice.ts';
import { defaultUrlState, readUrlState, writeUrlState } from '#lib/state/address/url-state.ts';

const ghost = { kind: 'shipped', slug: 'scenes-ghost' } as const;
const toadstool = { kind: 'sample', slug: 'toadstool' } as const;
const write = (choices: Choices) => writeUrlState({ ...defaultUrlState, ...choicesToUrl(choices) });
const read = (search: string) => choicesFromUrl(readUrlState(search).state);

describe('the second run in an address', () => {
	it('comes back as it was', () => {
		for (const picture of [null, toadstool]) {
			const choices = { ...DEFAULT_CHOICES, compare: { model: ghost, form: 'folded', picture } };
			expect(read(write(choices as Choices))).toEqual({ choices, ignored: [] });
		}
	});

	it('is nothing unless it is asked for', () => {
		expect(read('?compareForm=folded').choices.compare).toBeNull();
		expect(read('?compare=resnet50')).toMatchObject({
			choices: { compare: null },
			ignored: ['compare']
		});
		expect(read('?compare=same&comparePicture=cat')).toMatchObject({
			choices: { compare: { model: DEFAULT_CHOICES.model, picture: null } },
			ignored: ['comparePicture']
		});
	});

	it('names a file only as the same as A', () => {
		const file = { kind: 'file', id: 1, file: new File([], 'a.safetensors') } as const;
		const compare = { model: file, form: 'folded', picture: null } as const;
		expect(write({ ...DEFAULT_CHOICES, model: file, compare })).toBe(
			'?compare=same&compareForm=folded'
		);
		expect(write({ ...DEFAULT_CHOICES, compare })).toBe('');
	});
});

it('has the layer, picture and backend of A unless it has its own', () => {
	const shown: Choices = { ...DEFAULT_CHOICES, backend: 'cpu', picture: toadstool };
	expect(otherChoices(shown, { model: ghost, form: 'folded', picture: null }, 'conv_stem')).toEqual(
		{ ...shown, model: ghost, form: 'folded', layer: 'conv_stem', compare: null }
	);
});

it('takes the other form of the same network', () => {
	expect(otherForm(DEFAULT_CHOICES).form).toBe('folded');
	expect(otherForm({ ...DEFAULT_CHOICES, form: 'folded' }).form).toBe('training-time');
});

it('is as before after two swaps, whatever the pictures', () => {
	for (const picture of [null, toadstool]) {
		const compare = { model: ghost, form: 'folded', picture } as const;
		const start: Choices = { ...DEFAULT_CHOICES, compare };
		const swapped: Choices = { ...start, ...swapRuns(start, compare) };
		expect(swapped).toMatchObject({ model: ghost, form: 'folded' });
		expect(swapped.compare).toMatchObject({ model: start.model, form: 'training-time' });
		expect({ ...swapped, ...swapRuns(swapped, swapped.compare!) }).toEqual(start);
	}
});

it('chooses both runs with a preset, in one form', () => {
	expect(choosePreset('families', DEFAULT_CHOICES)).toMatchObject({
		form: 'folded',
		compare: { model: ghost, form: 'folded' }
	});
	expect(choosePreset('forms', DEFAULT_CHOICES)).toEqual({ compare: otherForm(DEFAULT_CHOICES) });
	expect(choosePreset('branch', DEFAULT_CHOICES).compare!.model).toMatchObject({
		slug: 'scenes-repghost-plain'
	});
});
