import * as v from 'valibot';

const fact = v.strictObject({
	/** What is said. */
	term: v.string(),
	value: v.string(),
	/** Colour of an operation, where the value names one. */
	operation: v.optional(v.picklist(['conv', 'dw', 'bn', 'se']))
});

export const schema = v.strictObject({
	facts: v.array(fact)
});

export type Props = v.InferOutput<typeof schema>;
export type Fact = v.InferOutput<typeof fact>;
