import * as v from 'valibot';

const numbers = v.array(v.number());

export const schema = v.strictObject({
	epoch: v.pipe(numbers, v.description('Counted from 1; every curve has one value for each.')),
	loss: v.pipe(numbers, v.description('Mean loss of the pictures trained on.')),
	testLoss: v.pipe(
		v.nullable(numbers),
		v.description('The loss on unseen pictures, where it was measured.')
	),
	accuracy: v.pipe(
		numbers,
		v.description('Share of unseen pictures that were recognised, from 0 to 1.')
	),
	learningRate: v.pipe(numbers, v.description('Of the optimiser.'))
});

export type Props = v.InferOutput<typeof schema>;
