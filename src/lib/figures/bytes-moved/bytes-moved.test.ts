import { expect, test } from 'vitest';
import { buffersAt, lanesOf, movedBy } from './bytes-moved.ts';

const [concat, add, folded] = lanesOf({ channels: 8, side: 112, fairness: 'inputs' });

test('with the same inputs an add moves three quarters of what a concatenation moves', () => {
	expect(add!.moved / concat!.moved).toBe(0.75);
	expect(folded!.moved).toBe(0);
});

test('with outputs of one width it moves half as much again', () => {
	const [narrow, wide] = lanesOf({ channels: 8, side: 112, fairness: 'output' });
	expect(wide!.outputChannels).toBe(narrow!.outputChannels);
	expect(wide!.moved / narrow!.moved).toBe(1.5);
});

test('a concatenation has copied the first input when half is done', () => {
	const { inputs, output } = buffersAt(concat!, concat!.moved / 2);
	expect(inputs.map(({ done }) => done)).toEqual([1, 0]);
	expect(output.done).toBe(0.5);
});

test('an addition has walked through half of both', () => {
	const { inputs, output } = buffersAt(add!, add!.moved / 2);
	expect(inputs.map(({ done }) => done)).toEqual([0.5, 0.5]);
	expect(output.done).toBe(0.5);
});

test('nothing to join is done at once, and never more than everything is moved', () => {
	expect(buffersAt(folded!, 0).output.done).toBe(1);
	expect(movedBy(add!, 1e12)).toEqual({ read: add!.read, written: add!.written });
	expect(movedBy(add!, 0)).toEqual({ read: 0, written: 0 });
});
