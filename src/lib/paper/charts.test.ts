/** Which numbers stand in which chart, and what is said at them. */
import { describe, expect, test } from 'vitest';
import { CHARTS, chartPoints, FOOTNOTES, footnoteText } from './charts.ts';

const find = (chart: (typeof CHARTS)[number], id: string) =>
	chartPoints(chart).find((point) => point.id === id)!;

describe.each(CHARTS)('%s', (chart) => {
	const points = chartPoints(chart);

	test('has points with ids of their own', () => {
		expect(points.length).toBeGreaterThan(10);
		expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
	});

	test('has no two devices across', () => {
		const devices = new Set(points.map(({ x }) => x.column));
		expect([...devices]).toHaveLength(1);
		const sources = points.map(({ x }) => x.path.split('/')[0]);
		if (chart === 'latency')
			expect(new Set(sources)).toEqual(new Set(['repghostnet-imagenet', 'figure1-compared']));
	});

	test('draws each family from left to right', () => {
		for (const [index, point] of points.entries()) {
			const next = points[index + 1];
			if (next?.family === point.family) expect(next.x.value).toBeGreaterThanOrEqual(point.x.value);
		}
	});
});

test('the pair of the headline', () => {
	expect(find('latency', 'repghostnet-0.58x')).toMatchObject({
		...{ family: 'RepGhostNet', x: { value: 31.9 }, y: { value: 68.9 }, footnote: null }
	});
	expect(find('latency', 'ghostnet-0.5x')).toMatchObject({
		...{ family: 'GhostNet', x: { value: 31.7 }, y: { value: 66.4 } }
	});
});

test('families are named as the papers name them', () => {
	const families = new Set(chartPoints('macs').map(({ family }) => family));
	expect([...families]).toEqual([
		...['RepGhostNet', 'ShuffleNetV1', 'MobileNetV2', 'ShuffleNetV2', 'MobileNetV3', 'GhostNet'],
		...['MobileNetV1', 'FE-Net', 'FBNet', 'ProxylessNAS', 'MnasNet']
	]);
});

test('footnotes stand at the points that they are about, and say both values', () => {
	expect(find('latency', 'repghostnet-1.3x').footnote).toBe('latency');
	expect(footnoteText('latency').b).toContain('92.2');
	expect(find('latency', 'ghostnet-0.5x').footnote).toBe('ghostnet-accuracy');
	expect(footnoteText('ghostnet-accuracy').a).toContain('66.2');
	expect(find('parameters', 'repghostnet-1.0x').footnote).toBe('parameters');
	expect(footnoteText('mobilenet').what).toBe('MobileNetV2 curve');
	for (const footnote of FOOTNOTES) expect(footnoteText(footnote).what).toBeTruthy();
});

test('the replaced MobileNetV2 curve is not drawn', () => {
	const values = chartPoints('latency').map(({ y }) => y.path);
	expect(values.filter((path) => path.includes('v1-figure'))).toEqual([]);
	expect(values.filter((path) => path.includes('2023-fix'))).toHaveLength(3);
});
