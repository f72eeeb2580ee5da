import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

const tensor = v.strictObject({
	shape: v.pipe(
		v.array(v.number()),
		v.description('[output channels, input channels of a group, rows, columns].')
	),
	data: v.pipe(float32Array, v.description('All taps, kernel by kernel.'))
});

const norm = v.strictObject({
	gamma: v.pipe(float32Array, v.description('γ of each channel.')),
	beta: v.pipe(float32Array, v.description('β of each channel.')),
	mean: v.pipe(float32Array, v.description('μ of each channel.')),
	variance: v.pipe(float32Array, v.description('σ² of each channel.'))
});

export const schema = v.strictObject({
	/** Which of the two is on view; the other stands beside it when the reader asks. */
	form: v.pipe(
		v.picklist(['training-time', 'folded']),
		v.description('Which form of the network the kernels on view belong to.')
	),
	trained: v.pipe(
		v.nullable(
			v.strictObject({
				kernel: v.pipe(tensor, v.description('The convolution as it was trained.')),
				bias: v.pipe(v.nullable(float32Array), v.description('Its bias, where it has one.')),
				norm: v.pipe(v.nullable(norm), v.description('The batch norm behind it.')),
				branches: v.pipe(
					v.array(v.nullable(norm)),
					v.description('Branches added to it, each a batch norm, or null for the identity.')
				)
			})
		),
		v.description('Null where the weights hold the folded form alone.')
	),
	folded: v.pipe(
		v.nullable(
			v.strictObject({
				kernel: v.pipe(tensor, v.description('The one convolution that is left.')),
				bias: v.pipe(v.nullable(float32Array), v.description('Its bias.'))
			})
		),
		v.description('Null where folding leaves the convolution as it is.')
	)
});

export type Props = v.InferOutput<typeof schema>;
export type Trained = NonNullable<Props['trained']>;
export type Norm = NonNullable<Trained['norm']>;
