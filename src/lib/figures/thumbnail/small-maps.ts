/** Schema of the small maps that figures show of layers. */
import * as v from 'valibot';
import type { SmallMap } from '#lib/core/maps/small-map.ts';
import { float32Array } from '../arrays.ts';

const smallMap = v.strictObject({
	rows: v.pipe(v.number(), v.description('How many rows it has.')),
	columns: v.pipe(v.number(), v.description('How many values make a row.')),
	values: v.pipe(float32Array, v.description('Row by row.')),
	min: v.pipe(v.number(), v.description('The least value, for its colours.')),
	max: v.pipe(v.number(), v.description('The largest value, for its colours.'))
});

export const smallMaps = v.record(v.string(), smallMap);

/** By the name of the layer. */
export type SmallMaps = Readonly<Record<string, SmallMap>>;
