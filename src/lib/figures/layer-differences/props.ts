import * as v from 'valibot';

const shape = v.nullable(v.tuple([v.number(), v.number(), v.number()]));

const layer = v.strictObject({
	name: v.pipe(v.string(), v.description('Prefix of its weights, as in timm.')),
	shapeA: v.pipe(shape, v.description('Channels, rows, columns in A; null where A lacks it.')),
	shapeB: v.pipe(shape, v.description('The same in B.')),
	difference: v.pipe(
		v.nullable(v.strictObject({ largest: v.number(), tolerance: v.number() })),
		v.description('Largest |A − B|, and how much rounding may make of it; null: not comparable.')
	)
});

export const schema = v.strictObject({
	layers: v.pipe(v.array(layer), v.description('The layers of both networks in running order.')),
	chosen: v.pipe(v.string(), v.description('The layer looked at.')),
	withTolerance: v.pipe(
		v.boolean(),
		v.description('Whether A and B compute the same, so that rounding alone may part them.')
	)
});

type Data = v.InferOutput<typeof schema>;
type Shape = readonly [number, number, number] | null;

export interface Props extends Omit<Data, 'layers'> {
	readonly layers: readonly (Omit<Data['layers'][number], 'shapeA' | 'shapeB'> & {
		readonly shapeA: Shape;
		readonly shapeB: Shape;
	})[];
	/** Hears which layer the reader goes to. */
	onlayer: (name: string) => void;
}
