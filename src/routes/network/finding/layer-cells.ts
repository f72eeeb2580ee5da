/** The cells of the table of layers, as words. */
import { formatShape } from '#lib/core/tensor.ts';
import type { Column, LayerRow } from '#lib/state/layers/layer-table.ts';
import {
	formatBytes,
	formatLargeCount,
	formatMilliseconds,
	formatPercent,
	formatValue
} from '#lib/strings/format.ts';

/** Columns whose cells are drawn as bars, too. */
export const BARS: ReadonlySet<Column> = new Set(['milliseconds', 'macs', 'bytesMoved']);

export function cellText(row: LayerRow, column: Column): string {
	switch (column) {
		case 'order':
		case 'name':
		case 'kind':
			return String(row[column]);
		case 'shape':
			return formatShape(row.shape);
		case 'zeros':
			return formatPercent(row.zeros);
		case 'milliseconds':
			return row.milliseconds === null ? '–' : formatMilliseconds(row.milliseconds);
		case 'macs':
			return formatLargeCount(row.macs);
		case 'bytesMoved':
			return formatBytes(row.bytesMoved);
		default:
			return formatValue(row[column]);
	}
}

/** The longest bar of each column; never 0. */
export function largest(rows: readonly LayerRow[]): Readonly<Partial<Record<Column, number>>> {
	const most = (valueOf: (row: LayerRow) => number): number =>
		rows.reduce((top, row) => Math.max(top, valueOf(row)), 0) || 1;
	return {
		milliseconds: most((row) => row.milliseconds ?? 0),
		macs: most((row) => row.macs),
		bytesMoved: most((row) => row.bytesMoved)
	};
}
