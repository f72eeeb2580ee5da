/**
 * The published numbers as points of charts. Times of two sources never share a chart: each chart has one
 * device. MACs and parameters belong to the networks, so there rows of several papers stand together.
 */
import dossier from './dossier.json';
import { facts, publishedAt } from './facts.ts';
import type { Published } from './walk-dossier.ts';

export const CHARTS = ['latency', 'macs', 'parameters', 'iphone', 'ghostnet'] as const;
export type ChartName = (typeof CHARTS)[number];

/** On what two sources disagree, or what was mended later; the dossier's `discrepancies` in its order. */
export const FOOTNOTES = [
	'latency',
	'parameters',
	'ghostnet-accuracy',
	'mobilenet',
	'ghostnet-flops',
	'ghostnet-1.1x',
	'training-log',
	'halved-widths'
] as const;
export type Footnote = (typeof FOOTNOTES)[number];

export interface ChartPoint {
	/** Unique in its chart: `repghostnet-0.58x`. */
	readonly id: string;
	readonly label: string;
	readonly family: string;
	readonly x: Published;
	readonly y: Published;
	/** Null where nothing is disputed. */
	readonly footnote: Footnote | null;
}

/** The texts of the footnotes: what it is about, and what the two sources say. */
export function footnoteText(footnote: Footnote): { what: string; a: string; b: string } {
	return dossier.discrepancies[FOOTNOTES.indexOf(footnote)]!;
}

export const notRecovered: readonly string[] = dossier.not_recovered;

/** The tables of a chart, and the column that runs across. */
const TABLES: Readonly<Record<ChartName, readonly (readonly [table: string, column: string])[]>> = {
	latency: [
		['repghostnet-imagenet', 'latency-ms-arm'],
		['figure1-compared/mobilenetv2-after-2023-fix', 'latency-ms-arm'],
		['figure1-compared', 'latency-ms-arm']
	],
	macs: [
		['repghostnet-imagenet', 'flops-m'],
		['ghostnet-imagenet', 'flops-m']
	],
	parameters: [
		['repghostnet-imagenet', 'params-m'],
		['ghostnet-imagenet', 'params-m']
	],
	iphone: [['iphone12-cpu', 'latency-ms']],
	ghostnet: [['ghostnet-figure/latency-axis', 'latency-ms']]
};

/** Rows of the first figure that the authors replaced in 2023. */
const REPLACED = /^figure1-compared\/mobilenetv2-v1-figure\//;

/** All points of a chart, RepGhostNet first, each family from left to right. */
export function chartPoints(chart: ChartName): ChartPoint[] {
	const points = TABLES[chart].flatMap(([table, column]) => pointsOf(table, column));
	const unique = new Map(points.map((point) => [point.x.path, point]));
	const families = [...new Set(points.map(({ family }) => family))];
	return [...unique.values()].sort(
		(a, b) => families.indexOf(a.family) - families.indexOf(b.family) || a.x.value - b.x.value
	);
}

function pointsOf(table: string, column: string): ChartPoint[] {
	const places = [...facts.keys()].filter(
		(path) => path.startsWith(`${table}/`) && path.endsWith(`/${column}`) && !REPLACED.test(path)
	);
	return places.map((path) => {
		const place = path.slice(0, -column.length - 1);
		const x = publishedAt(path);
		const y = publishedAt(`${place}/top1`);
		return {
			id: place.replace(
				/^(?:repghostnet-imagenet|ghostnet-imagenet|figure1-compared|iphone12-cpu|ghostnet-figure\/latency-axis)\//,
				''
			),
			label: x.row,
			family: familyOf(x.row),
			...{ x, y, footnote: footnoteAt(x.path) ?? footnoteAt(y.path) }
		};
	});
}

/** The name before the width: `MobileNetV3 Large 1.0x` is of MobileNetV3. */
function familyOf(row: string): string {
	return /^(?:FE-Net|[A-Za-z]+?(?:V\d|(?![A-Za-z])))/.exec(row)?.[0] ?? row;
}

const DISPUTED: readonly (readonly [RegExp, Footnote])[] = [
	[/^repghostnet-imagenet\/repghostnet-1\.3x\/latency-ms-arm$/, 'latency'],
	[/^repghostnet-imagenet\/repghostnet-(?:1\.0|1\.3|1\.5|2\.0)x\/params-m$/, 'parameters'],
	[
		/^(?:figure1-compared|ghostnet-imagenet)\/ghostnet-(?:0\.5x|1\.0x|third.*|1\.3x)\/top1$/,
		'ghostnet-accuracy'
	],
	[/^figure1-compared\/mobilenetv2-after-2023-fix\//, 'mobilenet'],
	[/^ghostnet-imagenet\/ghostnet-1\.3x\/flops-m$/, 'ghostnet-flops']
];

function footnoteAt(path: string): Footnote | null {
	return DISPUTED.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
