/** The layers of a run as rows of a table: which ones, and in which order. */
import type { FormInfo, LayerInfo } from '#lib/core/cost/form-info.ts';
import type { LayerResult } from '#lib/engine/protocol.ts';
import { findLayers } from './find-layers.ts';

export interface LayerRow extends LayerInfo, Omit<LayerResult, 'name'> {
	/** Place in running order, from 1. */
	readonly order: number;
}

export const COLUMNS = [
	...(['order', 'name', 'kind', 'shape', 'min', 'max', 'mean', 'std'] as const),
	...(['zeros', 'milliseconds', 'macs', 'bytesMoved'] as const)
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row for each layer of the form, in running order. */
export function layerRows(form: FormInfo, results: readonly LayerResult[]): LayerRow[] {
	const byName = new Map(results.map((result) => [result.name, result]));
	return form.layers.flatMap((layer, index) => {
		const result = byName.get(layer.name);
		return result ? [{ ...result, ...layer, order: index + 1 }] : [];
	});
}

/** What is shown of the rows. */
export interface TableView {
	/** As `findLayers` takes it; blank for all. */
	readonly text: string;
	/** Null for all operations. */
	readonly kind: LayerInfo['kind'] | null;
	readonly column: Column;
	readonly descending: boolean;
}

export type Sorting = Pick<TableView, 'column' | 'descending'>;

/** After a heading was chosen: the other way round, or by that column, numbers from the largest. */
export function sortBy(now: Sorting, column: Column): Sorting {
	if (now.column === column) return { column, descending: !now.descending };
	const fromLeast: readonly Column[] = ['order', 'name', 'kind'];
	return { column, descending: !fromLeast.includes(column) };
}

/** A copy in the wanted order; of equal value they stay in running order, missing times come last. */
export function viewRows(rows: readonly LayerRow[], view: TableView): LayerRow[] {
	const { text, kind, column, descending } = view;
	const sign = descending ? -1 : 1;
	return findLayers(rows, text)
		.filter((row) => kind === null || row.kind === kind)
		.sort((a, b) => {
			const [one, other] = [valueOf(a, column), valueOf(b, column)];
			const isMissing = [one, other].map((value) => Number(Number.isNaN(value)));
			return isMissing[0]! - isMissing[1]! || sign * compare(one, other) || a.order - b.order;
		});
}

/** Shapes are ordered by how many values they hold. */
function valueOf(row: LayerRow, column: Column): number | string {
	if (column === 'shape') return row.shape.reduce((product, size) => product * size, 1);
	if (column === 'milliseconds') return row.milliseconds ?? NaN;
	return row[column];
}

function compare(one: number | string, other: number | string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
