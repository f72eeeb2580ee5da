import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { float32Array } from '#lib/figures/arrays.ts';
import { figures } from '#lib/figures/registry.ts';
import { describeProps } from './describe-props.ts';
import { writeFence } from './write-fence.ts';

const head = {
	id: 'my-figure',
	title: 'A title',
	takeaway: 'a few words',
	caption: 'How to read it.'
};

const schema = v.strictObject({
	values: float32Array,
	columns: v.optional(v.number(), 2),
	parts: v.array(v.strictObject({ name: v.string(), at: v.array(v.number()) }))
});

it('a fence has short digits, lists of numbers on one line, and no presets', () => {
	const props = {
		values: Float32Array.of(0.2, -1.5, 0, 3),
		columns: 2,
		parts: [{ name: 'centre', at: [1, 1] }]
	};
	expect(writeFence('tensor-view', props, describeProps(schema), head)).toBe(
		`\`\`\`figure tensor-view
id: my-figure
title: A title
takeaway: a few words
caption: How to read it.
values: [0.2, -1.5, 0, 3]
parts:
  - name: centre
    at: [1, 1]
\`\`\`
`
	);
});

it('a fence that nobody would write is none', () => {
	const props = { values: new Float32Array(5000), columns: 2, parts: [] };
	expect(writeFence('tensor-view', props, describeProps(schema), head)).toBeNull();
});

const forLessons = Object.entries(figures).filter(([, { events }]) => events.length === 0);

describe.each(forLessons)('the fences of %s', (name, figure) => {
	it('give the example’s props again', async () => {
		for (const [title, example] of Object.entries(await figure.examples())) {
			const fence = writeFence(name, example, describeProps(figure.schema), head);
			if (fence === null) continue;
			const body = fence.split('\n').slice(1, -2).join('\n');
			const {
				id,
				title: own,
				takeaway,
				caption,
				...props
			} = parse(body) as Record<string, unknown>;
			expect({ id, title: own, takeaway, caption }).toEqual(head);
			expect(v.parse(figure.schema, props), title).toEqual(v.parse(figure.schema, example));
		}
	});
});
