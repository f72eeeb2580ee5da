import * as v from 'valibot';

const numbers = v.array(v.number());

export const schema = v.strictObject({
	/** Counted from 1; every curve has one value for each. */
	epoch: numbers,
	loss: numbers,
	/** On unseen pictures, where it was measured. */
	testLoss: v.nullable(numbers),
	/** Shares from 0 to 1, on unseen pictures. */
	accuracy: numbers,
	learningRate: numbers
});

export type Props = v.InferOutput<typeof schema>;
