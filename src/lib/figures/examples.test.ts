import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

interface PropsModule {
	readonly schema: v.GenericSchema<Record<string, unknown>>;
}
interface ExamplesModule {
	readonly examples: Readonly<Record<string, object>>;
}

const schemas = import.meta.glob<PropsModule>('./*/props.ts', { eager: true });
const examples = import.meta.glob<ExamplesModule>('./*/examples.ts', { eager: true });
const figures = Object.keys(schemas).map((path) => path.split('/')[1]!);

it('finds the figures', () => expect(figures.length).toBeGreaterThanOrEqual(8));

describe.each(figures)('the figure %s', (figure) => {
	const { schema } = schemas[`./${figure}/props.ts`]!;
	const cases = Object.entries(examples[`./${figure}/examples.ts`]?.examples ?? {});

	it('has examples', () => expect(cases.length).toBeGreaterThan(0));

	it.each(cases)('takes the example "%s"', (_, example) => {
		expect(v.safeParse(schema, example).issues).toBeUndefined();
		expect(v.safeParse(schema, { ...example, unknown: 1 }).success).toBe(false);
	});
});
