/**
 * The layers of a run as a table for other programs: one row for each, plain ASCII, numbers in full,
 * lines as RFC 4180 ends them.
 */
import { csvFormat } from 'd3';
import type { LayerInfo } from '#lib/core/cost/form-info.ts';

/** What a run says of one layer's values, after BN and ReLU. */
interface LayerStatistics {
	readonly name: string;
	readonly min: number;
	readonly max: number;
	readonly mean: number;
	readonly std: number;
	/** Share of the values that are 0. */
	readonly zeros: number;
	/** Null where the backend cannot tell. */
	readonly milliseconds: number | null;
}

/** Outlines and statistics are matched by name, in the order of the statistics. */
export function serializeStatistics(
	layers: readonly LayerInfo[],
	statistics: readonly LayerStatistics[]
): string {
	const outlines = new Map(layers.map((layer) => [layer.name, layer]));
	const rows = statistics.map(({ name, min, max, mean, std, zeros, milliseconds }) => {
		const { kind, shape, parameters, macs, bytesMoved } = outlines.get(name)!;
		const [channels, height, width] = shape;
		return {
			...{ layer: name, operation: kind, channels, height, width },
			...{ min, max, mean, std, zeros },
			...{ parameters, macs, bytes_moved: bytesMoved },
			milliseconds: milliseconds ?? ''
		};
	});
	return `${csvFormat(rows)}\n`.replaceAll('\n', '\r\n');
}
