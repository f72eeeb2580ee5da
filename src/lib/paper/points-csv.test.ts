import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import { chartPoints } from './charts.ts';
import { pointsCsv } from './points-csv.ts';

test('every point is a row that reads back to its values and says where they are from', () => {
	const points = chartPoints('latency');
	const rows = csvParse(pointsCsv(points));
	expect(rows).toHaveLength(points.length);
	const pair = rows.find(({ network }) => network === 'RepGhostNet 0.58x')!;
	expect(Number(pair.top1)).toBe(68.9);
	expect(Number(pair.latency_ms_arm)).toBe(31.9);
	expect(pair.latency_ms_arm_confidence).toBe('V2');
	expect(pair.latency_ms_arm_sources).toContain('github.com');
});
