/** The points of a chart as a table for other programs, with confidence and sources of each value. */
import { csvFormat } from 'd3';
import type { ChartPoint } from './charts.ts';
import { sources } from './sources.ts';
import { sourcePlace } from './source-place.ts';

export function pointsCsv(points: readonly ChartPoint[]): string {
	const rows = points.map(({ label, family, x, y }) => ({
		...{ network: label, family },
		...{ top1: y.value, top1_confidence: y.confidence, top1_sources: sourcesOf(y.sources) },
		...{ [x.column]: x.value },
		...{ [`${x.column}_confidence`]: x.confidence, [`${x.column}_sources`]: sourcesOf(x.sources) }
	}));
	return `${csvFormat(rows)}\n`;
}

function sourcesOf(keys: readonly string[]): string {
	return keys.map((key) => sourcePlace(key).text || sources[key]?.what).join('; ');
}
