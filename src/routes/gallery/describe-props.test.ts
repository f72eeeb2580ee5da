import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { float32Array } from '#lib/figures/arrays.ts';
import { figures } from '#lib/figures/registry.ts';
import { describeProps } from './describe-props.ts';

describe('the rows of a schema', () => {
	it('say type, preset and what a prop is for', () => {
		const schema = v.strictObject({
			gamma: v.pipe(
				v.optional(v.pipe(v.number(), v.minValue(-4), v.maxValue(4)), 3),
				v.description('the scale')
			),
			channel: v.pipe(v.number(), v.integer(), v.minValue(0)),
			scale: v.optional(v.pipe(v.picklist(['own', 'shared']), v.description('whose')))
		});
		expect(describeProps(schema)).toEqual([
			{
				name: 'gamma',
				type: { kind: 'number', whole: false, least: -4, most: 4 },
				preset: { value: 3 },
				description: 'the scale'
			},
			{
				name: 'channel',
				type: { kind: 'number', whole: true, least: 0 },
				preset: undefined,
				description: null
			},
			{
				name: 'scale',
				type: { kind: 'choice', options: ['own', 'shared'] },
				preset: { value: undefined },
				description: 'whose'
			}
		]);
	});

	it('go down into lists of fields', () => {
		const schema = v.strictObject({
			blocks: v.nullable(v.array(v.strictObject({ name: v.string(), map: float32Array }))),
			at: v.tuple([v.number(), v.number()])
		});
		const rows = describeProps(schema);
		expect(rows.map(({ name }) => name)).toEqual(['blocks', 'blocks[].name', 'blocks[].map', 'at']);
		const number = { kind: 'number', whole: false };
		expect(rows.map(({ type }) => type)).toEqual([
			{ kind: 'nullable', of: { kind: 'list', of: { kind: 'fields' } } },
			{ kind: 'text' },
			{ kind: 'list', of: number },
			{ kind: 'tuple', of: [number, number] }
		]);
	});
});

/** A fence and a gate have these fields themselves. */
const TAKEN = ['id', 'title', 'takeaway', 'caption', 'name'];

describe.each(Object.entries(figures))('the props of %s', (_, { schema, events }) => {
	const rows = describeProps(schema);

	it.runIf(events.length === 0)('leave the names of a fence’s own fields free', () => {
		const names = rows.map(({ name }) => name);
		expect(names.filter((name) => TAKEN.includes(name))).toEqual([]);
	});

	it('are all of them', () => expect(rows.length).toBeGreaterThan(0));

	it('each have a sentence', () => {
		const silent = rows.filter(({ name, description }) => !/[.[]/.test(name) && !description);
		expect(silent.map(({ name }) => name)).toEqual([]);
	});
});
