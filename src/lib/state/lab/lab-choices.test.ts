import { describe, expect, it } from 'vitest';
import {
	changeChoices,
	choicesFromAddress,
	choicesToAddress,
	DEFAULT_CHOICES,
	type LabChoices
} from './lab-choices.ts';
import { defaultUrlState, readUrlState, writeUrlState } from '#lib/state/address/url-state.ts';

/** Through a real address and back. */
function roundTrip(choices: LabChoices): LabChoices {
	const search = writeUrlState({ ...defaultUrlState, ...choicesToAddress(choices) });
	const { state, ignored } = readUrlState(search);
	expect(ignored).toEqual([]);
	const read = choicesFromAddress(state);
	expect(read.ignored).toEqual([]);
	return read.choices;
}

describe('the lab’s choices', () => {
	it('leave the address empty as long as they are the default', () => {
		expect(writeUrlState({ ...defaultUrlState, ...choicesToAddress(DEFAULT_CHOICES) })).toBe('');
	});

	it.each<Partial<LabChoices>>([
		{ channels: 40, side: 28 },
		{ subject: 'module', fairness: 'width', place: 16, rounds: 160 },
		{ subject: 'module', fairness: 'macs' },
		{ subject: 'bottleneck', fairness: 'role' },
		{ subject: 'bottleneck', fairness: 'macs', backends: ['wasm', 'cpu'] },
		{ subject: 'network', repghostWidth: 1.11, ghostWidth: 1.3, pictureSide: 96, rounds: 40 }
	])('come back from an address: %o', (changes) => {
		const choices = changeChoices(DEFAULT_CHOICES, changes);
		expect(roundTrip(choices)).toEqual(choices);
	});

	it.each([
		['?shape=17x112', 'shape'],
		['?shape=16x300', 'shape'],
		['?networks=0.6-0.5-224', 'networks'],
		['?networks=0.5-0.5-100', 'networks']
	])('name what an address asks for in vain: %s', (search, name) => {
		const { choices, ignored } = choicesFromAddress(readUrlState(search).state);
		expect(ignored).toEqual([name]);
		expect(choices).toEqual(DEFAULT_CHOICES);
	});

	it('keep a way of comparing that the subject has, and at least one backend', () => {
		expect(changeChoices(DEFAULT_CHOICES, { subject: 'module' }).fairness).toBe('macs');
		expect(changeChoices(DEFAULT_CHOICES, { backends: [] }).backends).toEqual(['wasm']);
		expect(changeChoices(DEFAULT_CHOICES, { backends: ['cpu', 'wasm'] }).backends).toEqual([
			'wasm',
			'cpu'
		]);
	});
});
