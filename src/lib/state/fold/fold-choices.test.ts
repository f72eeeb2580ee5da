import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAKAGES, FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import {
	changeValue,
	chooseModule,
	foldFromUrl,
	foldToUrl,
	formatEdits,
	isAllowed,
	parseEdits,
	TOY_PICTURE_NAMES,
	toggleBreakage,
	type FoldChoices,
	type FoldLook
} from './fold-choices.ts';
import { SAMPLE_SLUGS } from '#lib/state/picture/scenes.ts';
import { readUrlState, writeUrlState, defaultUrlState } from '#lib/state/address/url-state.ts';

const choices: FoldChoices = {
	source: { kind: 'toy' },
	picture: 'diagonal',
	channel: 0,
	edits: [],
	breakages: []
};
const look: FoldLook = { step: 'run', tap: 4 };
const defaults = { choices, look };

const kernel = 'cheap_operation.0.weight';
const variance = 'fusion_bn.0.running_var';

const anyEdit = fc.oneof(
	fc.record({
		key: fc.constant(kernel),
		index: fc.nat(17),
		value: fc.float({ min: -1000, max: 1000, noNaN: true }).map((value) => value + 0)
	}),
	fc.record({
		key: fc.constant(variance),
		index: fc.nat(1),
		value: fc.float({ min: 0, max: 1000, noNaN: true })
	})
);

describe('in an address', () => {
	it('the whole state is written and read again', () => {
		const toy = fc.record({
			source: fc.constant({ kind: 'toy' as const }),
			picture: fc.constantFrom(...TOY_PICTURE_NAMES)
		});
		const shipped = fc.record({
			source: fc.constantFrom(
				{ kind: 'shipped' as const, slug: 'scenes-repghost', module: 'blocks.0.0.ghost1' },
				{ kind: 'shipped' as const, slug: 'scenes-repghost-identity', module: 'blocks.3.0.ghost2' }
			),
			picture: fc.constantFrom(...SAMPLE_SLUGS)
		});
		fc.assert(
			fc.property(
				fc.oneof(toy, shipped),
				// Every module here has as many channels.
				fc.nat(1),
				fc.uniqueArray(anyEdit, { selector: ({ key, index }) => `${key} ${index}`, maxLength: 12 }),
				fc.subarray([...BREAKAGES]),
				fc.constantFrom(...FOLD_STEPS),
				fc.nat(8),
				(where, channel, edits, breakages, step, tap) => {
					const state = { ...where, channel, edits, breakages };
					const address = writeUrlState({
						...defaultUrlState,
						...foldToUrl(state, { step, tap })
					});
					expect(address.length).toBeLessThan(2000);
					const { state: url, ignored } = readUrlState(address);
					expect(ignored).toEqual([]);
					expect(foldFromUrl(url, defaults)).toEqual({
						choices: state,
						look: { step, tap },
						ignored: []
					});
				}
			)
		);
	});

	it('what fits nothing is left out and named', () => {
		const { state } = readUrlState(
			'?module=blocks.0.0.ghost1&model=no-such-network&picture=nowhere&break=epsilon.gravity&edits=w4*2_x1*1'
		);
		const found = foldFromUrl(state, defaults);
		expect(found.choices).toEqual(choices);
		expect(found.ignored).toEqual(['module', 'picture', 'break', 'edits']);
	});

	it.each([
		['?channel=2', 1, []],
		['?channel=3', 0, ['channel']],
		['?module=blocks.0.0.ghost1&channel=9999', 0, ['channel']],
		['?module=blocks.0.0.ghost1&channel=8', 7, []]
	])('of %s the channel is %i', (query, channel, ignored) => {
		const found = foldFromUrl(readUrlState(query).state, defaults);
		expect([found.choices.channel, found.ignored]).toEqual([channel, ignored]);
	});

	it.each(['__proto__', 'blocks.9.9.ghost1', 'conv_stem'])(
		'the module %s is not there',
		(module) => {
			const { state } = readUrlState(`?module=${module}`);
			expect(foldFromUrl(state, defaults)).toEqual({ ...defaults, ignored: ['module'] });
		}
	);

	it.each(['w4', 'w4*', 'w4*NaN', 'w4*1e999', 'w4*2000', 'V0*-1', 'q0*1', 'w-1*1', '', 'w4*1_'])(
		'the edits %j are refused as a whole',
		(text) => expect(parseEdits(text)).toBeNull()
	);

	it('more edits than an address holds are left out of it', () => {
		const edits = Array.from({ length: 200 }, (_, index) => ({
			key: kernel,
			index,
			value: 0.1234
		}));
		expect(formatEdits(edits)).toBeNull();
		expect(foldToUrl({ ...choices, edits }, look).edits).toBeNull();
	});
});

describe('choices', () => {
	it('another module takes no edits along, and a picture only where it is known', () => {
		const edited = changeValue(choices, { key: kernel, index: 4, value: 2 });
		const source = { kind: 'shipped', slug: 'scenes-repghost', module: 'a' } as const;
		expect(chooseModule({ ...edited, channel: 1 }, source)).toEqual({
			...choices,
			source,
			picture: SAMPLE_SLUGS[0]
		});
	});

	it('a number that is changed twice is changed once', () => {
		const once = changeValue(choices, { key: kernel, index: 4, value: 2 });
		expect(changeValue(once, { key: kernel, index: 4, value: 3 }).edits).toEqual([
			{ key: kernel, index: 4, value: 3 }
		]);
	});

	it('broken rules stand in one order, however they were switched', () => {
		const two = toggleBreakage(toggleBreakage(choices, 'relu-before-add'), 'epsilon');
		expect(two.breakages).toEqual(['epsilon', 'relu-before-add']);
		expect(toggleBreakage(two, 'epsilon').breakages).toEqual(['relu-before-add']);
	});

	it('a variance is not negative, and nothing is out of all bounds', () => {
		expect(isAllowed(variance, 0)).toBe(true);
		expect(isAllowed(variance, -1e-9)).toBe(false);
		expect(isAllowed(kernel, -1000)).toBe(true);
		for (const value of [1001, -1001, NaN, Infinity]) expect(isAllowed(kernel, value)).toBe(false);
	});
});
