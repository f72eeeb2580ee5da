import * as v from 'valibot';

const fact = v.strictObject({
	term: v.pipe(v.string(), v.description('What is said.')),
	value: v.pipe(v.string(), v.description('What holds for it.')),
	operation: v.pipe(
		v.optional(v.picklist(['conv', 'dw', 'bn', 'se'])),
		v.description('Colour of an operation, where the value names one.')
	)
});

export const schema = v.strictObject({
	facts: v.pipe(v.array(fact), v.description('What there is to say about a layer, in pairs.'))
});

export type Props = v.InferOutput<typeof schema>;
export type Fact = v.InferOutput<typeof fact>;
