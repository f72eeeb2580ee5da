import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

const maps = v.strictObject({
	shape: v.pipe(v.array(v.number()), v.description('[1, channels, rows, columns].')),
	data: v.pipe(float32Array, v.description('All values, map by map, each row by row.'))
});

export const schema = v.strictObject({
	layer: v.pipe(v.string(), v.description('Prefix of its weights, as in timm.')),
	a: v.pipe(maps, v.description('The maps of one run.')),
	b: v.pipe(maps, v.description('The maps of the other, of the same shape.'))
});

interface Maps {
	readonly shape: readonly number[];
	readonly data: Float32Array;
}

export interface Props {
	readonly layer: string;
	readonly a: Maps;
	readonly b: Maps;
}
