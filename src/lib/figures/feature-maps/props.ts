import * as v from 'valibot';
import type { MapFilter, MapOrder } from '#lib/core/maps/map-statistics.ts';
import type { Place } from '#lib/scene/tensor-grid.ts';
import type { MapsSheet, MapsView } from '#lib/scene/maps-sheet.ts';
import { float32Array, rgbaBytes } from '../arrays.ts';

const extent = v.strictObject({
	min: v.pipe(v.number(), v.description('The least value of all maps.')),
	max: v.pipe(v.number(), v.description('The largest value of all maps.'))
});

/** Maps drawn elsewhere. */
const sheet = v.strictObject({
	shape: v.pipe(
		v.strictObject({
			channels: v.pipe(v.number(), v.description('How many maps there are.')),
			rows: v.pipe(v.number(), v.description('Rows of one map.')),
			columns: v.pipe(v.number(), v.description('Columns of one map.'))
		}),
		v.description('The size of the maps.')
	),
	extent: v.pipe(extent, v.description('Between which values they lie.')),
	highest: v.pipe(
		v.nullable(
			v.strictObject({
				channel: v.pipe(v.number(), v.description('Which map, from 0.')),
				row: v.pipe(v.number(), v.description('Which row, from 0.')),
				column: v.pipe(v.number(), v.description('Which column, from 0.')),
				value: v.pipe(v.number(), v.description('The value itself.'))
			})
		),
		v.description('Where the highest value stands; null where none is finite.')
	),
	notFinite: v.pipe(v.number(), v.description('How many values are no finite number.')),
	atlas: v.pipe(
		v.strictObject({
			width: v.pipe(v.number(), v.description('In pixels.')),
			height: v.pipe(v.number(), v.description('In pixels.')),
			rgba: v.pipe(
				rgbaBytes,
				v.description('Red, green, blue and alpha of each pixel, row by row.')
			)
		}),
		v.description('All maps on view in one picture.')
	),
	values: v.pipe(
		v.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array),
		v.description('The values of the map looked at.')
	),
	colours: v.pipe(
		v.strictObject({
			kind: v.pipe(
				v.picklist(['signed', 'unsigned']),
				v.description('signed: around zero; unsigned: from zero.')
			),
			low: v.pipe(v.number(), v.description('The value at the lower end.')),
			high: v.pipe(v.number(), v.description('The value at the upper end.'))
		}),
		v.description('How values become colours.')
	)
});

export const schema = v.strictObject({
	maps: v.pipe(
		v.strictObject({
			shape: v.pipe(v.array(v.number()), v.description('[1, channels, rows, columns].')),
			data: v.pipe(float32Array, v.description('All values, map by map, each row by row.'))
		}),
		v.description('The maps of a layer.')
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

/** A number of one of the maps, each counted from 0. */
interface NumberPlace extends Place {
	readonly channel: number;
}

/** What a reader has chosen of the maps. */
export interface MapsChoice {
	readonly filter: MapFilter;
	readonly order: MapOrder;
	/** Counted from 0; null where none was chosen. */
	readonly channel: number | null;
}

export interface Props {
	readonly maps: { readonly shape: readonly number[]; readonly data: Float32Array };
	readonly scale: v.InferOutput<typeof schema>['scale'];
	readonly live: MapsSheet | null;
	onscale: (scale: Props['scale']) => void;
	/** A number to put the probe on, whenever it is another one. */
	at?: NumberPlace | null;
	/** Hears on which number of which map the probe stands. */
	onprobe?: (place: NumberPlace) => void;
	/** Asks what that number was made of. */
	onfollow?: (place: NumberPlace) => void;
	/** What it begins with, as when a link is opened. */
	begin?: MapsChoice;
	/** Hears what the reader chose. */
	onchoice?: (choice: MapsChoice) => void;
	/** Hears which maps are on view, and how, whenever that changes. */
	onview: (view: MapsView) => void;
}
