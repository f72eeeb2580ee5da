import { describe, expect, it } from 'vitest';
import { product, single, taken, type Followed } from '#lib/core/follow/follow-term.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { en } from '#lib/strings/en.ts';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { faultsOf, sheetOf, textsOf } from '../../../../tests/support/sheets.ts';
import { Inside } from '../inside/inside.svelte.ts';
import { numberView, saveNumber } from './number-view.ts';

const picture = { width: 8, height: 8, rgba: new Uint8ClampedArray(256) };
const seen = { rows: { first: 2, last: 4 }, columns: { first: 0, last: 2 } };
const field = { reach: seen, seen, seenWithGates: seen, gated: false };
const nameOf = (source: string) => ({ short: source, full: `${source}, channel 1` });

const tap = (row: number, value: number, weight: number) => ({
	...product({ value, source: `x${row}` }, { value: weight, source: `w${row}` }),
	...{ tap: { row, column: 0 }, channel: 0 }
});
const followed: Followed<string> = {
	source: 'y',
	value: 0.2 * 0.5 + 0.4 * -0.25 - 3,
	rule: 'sum',
	terms: [tap(0, 0.2, 0.5), tap(1, 0.4, -0.25), taken(single(3, 'b'))]
};
const view = (changes: Partial<Parameters<typeof numberView<string>>[0]> = {}) =>
	numberView({ followed, path: ['y'], nameOf, field, picture, ...changes }, en);

describe('a followed number as a sheet', () => {
	it('has its terms with their factors, and what they give', () => {
		const laid = sheetOf(view());
		expect(faultsOf(laid)).toEqual([]);
		const texts = textsOf(laid);
		expect(texts.slice(0, 2)).toEqual(['One number: −3.00', 'y, channel 1, in full −3']);
		expect(texts).toEqual(expect.arrayContaining(['0.20 × 0.50', '0.10', 'minus b, channel 1']));
		expect(texts).toEqual(expect.arrayContaining(['0.40 × (−0.25)', '−0.10', '=\u202f−3.00']));
	});

	it('says behind a product what the shown digits leave out', () => {
		const terms = [tap(0, 1.264, 5.046)];
		const laid = sheetOf(view({ followed: { ...followed, value: 1.264 * 5.046, terms } }));
		expect(faultsOf(laid)).toEqual([]);
		const texts = textsOf(laid);
		// 1.26 × 5.05 = 6.363, and 6.38 stands there.
		expect(texts[texts.indexOf('1.26 × 5.05') + 1]).toBe('rounding 0.017');
	});

	it('has a ring around the pixels that it sees, and says which these are', () => {
		const tensors = view().bodies.find(({ kind }) => kind === 'tensors');
		const ring = { left: 0, top: 2, width: 3, height: 3 };
		expect(tensors).toMatchObject({ tensors: [{ ring }] });
		expect(textsOf(sheetOf(view())).join(' ')).toContain('Rows 3 to 5 and columns 1 to 3');
		expect(textsOf(sheetOf(view({ field: null }))).join(' ')).toContain('A weight sees no picture');
	});

	it('speaks of nothing that it does not draw', () => {
		const reach = { rows: { first: -3, last: 9 }, columns: { first: 0, last: 2 } };
		const texts = textsOf(sheetOf(view({ field: { ...field, reach } }))).join(' ');
		expect(texts).not.toContain('hatched');
	});

	it('says by which way the reader came, a long one folded', () => {
		const path = Array.from({ length: 14 }, (_, index) => `n${index}`);
		expect(view().lines?.join()).not.toContain('The way here');
		expect(view({ path: ['y', 'x'] }).lines).toContain('The way here: y ← x');
		expect(view({ path }).lines?.at(-1)).toMatch(/^The way here: n0 ← 7 more ← n8 ← .* ← n13$/);
	});
});

it('is there once a number is followed, under a name that says which step', async () => {
	const rest = () => new Promise((resolve) => setTimeout(resolve, 5));
	const session = new NetworkSession(new FakeEngine().connections(), DEFAULT_CHOICES);
	session.start();
	await rest();
	const inside = new Inside(session);
	expect(saveNumber(session, inside, en)).toBeNull();
	session.choose({ value: { channel: 1, row: 4, column: 2 } });
	inside.settle();
	await rest();
	const layer = session.layer!;
	expect(saveNumber(session, inside, en)!.part).toBe(`${layer}-number`);
	await inside.trail.follow(inside.next!);
	expect(saveNumber(session, inside, en)!.part).toBe(`${layer}-number-step-2`);
});
