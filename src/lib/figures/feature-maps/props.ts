import * as v from 'valibot';
import type { MapsSheet, MapsView } from '#lib/scene/maps-sheet.ts';
import { float32Array, rgbaBytes } from '../arrays.ts';

const extent = v.strictObject({ min: v.number(), max: v.number() });

/** Maps drawn elsewhere. */
const sheet = v.strictObject({
	shape: v.strictObject({ channels: v.number(), rows: v.number(), columns: v.number() }),
	extent,
	highest: v.nullable(
		v.strictObject({
			channel: v.number(),
			row: v.number(),
			column: v.number(),
			value: v.number()
		})
	),
	notFinite: v.number(),
	atlas: v.strictObject({ width: v.number(), height: v.number(), rgba: rgbaBytes }),
	values: v.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array),
	colours: v.strictObject({
		kind: v.picklist(['signed', 'unsigned']),
		low: v.number(),
		high: v.number()
	})
});

export const schema = v.strictObject({
	maps: v.pipe(
		v.strictObject({ shape: v.array(v.number()), data: float32Array }),
		v.description('The maps of a layer; their shape is [1, channels, rows, columns].')
	),
	scale: v.pipe(
		v.picklist(['shared', 'own']),
		v.description('One colour scale for all maps, or one for each.')
	),
	live: v.pipe(
		v.nullable(sheet),
		v.description(
			'The same maps of a picture that moves, drawn by the worker; null while it rests.'
		)
	)
});

export interface Props {
	readonly maps: { readonly shape: readonly number[]; readonly data: Float32Array };
	readonly scale: v.InferOutput<typeof schema>['scale'];
	readonly live: MapsSheet | null;
	onscale: (scale: Props['scale']) => void;
	/** Hears which maps are on view, and how, whenever that changes. */
	onview: (view: MapsView) => void;
}
