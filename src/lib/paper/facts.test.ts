/**
 * The published numbers against a second copy of the dossier they come from: who changes one of them by
 * hand, there or here, turns this red.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import dossier from './dossier.json';
import { facts, publishedAt } from './facts.ts';
import { sources } from './sources.ts';
import robustness from './robustness.json';

function fixture(name: string): unknown {
	return JSON.parse(
		readFileSync(new URL(`../../../tests/fixtures/${name}`, import.meta.url), 'utf8')
	);
}

const reference = fixture('paper.json') as Record<string, unknown>;

test('every part of the dossier is that of the reference', () => {
	for (const [part, value] of Object.entries(dossier)) expect(value, part).toEqual(reference[part]);
});

describe('timm’s other test sets', () => {
	interface Listed {
		readonly model: string;
		readonly img_size: number;
		readonly top1: number;
	}
	const { results } = (fixture('facts.json') as { timm: { results: Record<string, Listed[]> } })
		.timm;

	test.each([
		['top1_imagenet', 'results-imagenet'],
		['top1_real', 'results-imagenet-real'],
		['top1_v2', 'results-imagenetv2-matched-frequency'],
		['top1_r', 'results-imagenet-r'],
		['top1_sketch', 'results-sketch'],
		['top1_a', 'results-imagenet-a']
	] as const)('%s is that of the reference', (column, list) => {
		const listed = (results[list] ?? []).map(
			(row) => [`${row.model}, ${row.img_size}`, row.top1] as const
		);
		const ours = robustness.rows.map(
			(row) => [`${row.model}, ${row.img_size}`, row[column]] as const
		);
		expect(ours.length).toBeGreaterThan(20);
		expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(listed));
	});
});

describe('a number by its path', () => {
	test('says which row it is of', () => {
		const row = (path: string) => publishedAt(path).row;
		expect(row('figure1-compared/ghostnet-0.5x/top1')).toBe('GhostNet 0.5x');
		expect(row('ghostnet-figure/latency-axis/ghostnet/1/latency-ms')).toBe('GhostNet');
		expect(row('headline-claim/difference/top1')).toBe('difference');
		expect(row('headline-claim/decoded/top1')).toBe('RepGhostNet 0.58x');
		expect(row('headline-claim/against/top1')).toBe('GhostNet 0.5x');
		expect(
			row('timm-benchmarks/benchmark-infer-amp-nchw-pt291-cu130-5090.csv/ghostnet-050/img-per-s')
		).toBe('ghostnet_050 in benchmark-infer-amp-nchw-pt291-cu130-5090.csv');
		expect(row('training-recipe/lr')).toBe('training recipe');
	});

	test.each([
		['repghostnet-imagenet/repghostnet-0.58x/latency-ms-arm', 31.9, 'V2'],
		['repghostnet-imagenet/repghostnet-1.3x/latency-ms-arm', 92.9, 'S1'],
		['repghostnet-imagenet/repghostnet-1.3x/latency-ms-arm/conflict', 92.2, 'VEC'],
		['figure1-compared/ghostnet-0.5x/top1', 66.4, 'VEC'],
		['figure1-compared/mobilenetv3-large-1.0x/flops-m', 219, 'S1'],
		['figure1-compared/mobilenetv3-large-1.0x/flops-m/conflict', 217, 'S1'],
		[
			'figure1-compared/mobilenetv2-after-2023-fix/mobilenetv2-width-not-stated-2/top1',
			70.6,
			'FIG'
		],
		['iphone12-cpu/repghostnet-0.5x/latency-ms', 2.92, 'FIG'],
		['headline-claim/difference/top1', 2.5, 'V2'],
		['ghostnet-figure/latency-axis/ghostnet/1/latency-ms', 31.1, 'FIG'],
		['ghostnet-figure/flops-axis/mobilenetv2/1/top1', 74.4, 'FIG'],
		['ghostnet-ablation-s/2/acc', 93.7, 'S1'],
		['ghostnet-coco/ghostnet-1.1x-faster-r-cnn/map', 26.9, 'V2'],
		['derived/se-params-1-0x/ghostnet', 1503868, 'CALC'],
		['training-recipe/lr', 0.6, 'S1'],
		['timm-robustness/repghostnet-200.in1k/top1-r', 39.3, 'S1'],
		['timm-robustness/resnet18.a1-in1k-2/img-size', 224, 'S1'],
		[
			'timm-benchmarks/benchmark-infer-amp-nchw-pt291-cu128-4090.csv/repghostnet-050/img-per-s',
			37022.23,
			'S1'
		]
	])('%s', (path, value, confidence) => {
		expect(publishedAt(path)).toMatchObject({ path, value, confidence });
	});

	test('that was read off a figure says how far it may be off', () => {
		expect(publishedAt('iphone12-cpu/repghostnet-0.5x/latency-ms').tolerance).toBe(0.06);
		expect(publishedAt('repghostnet-imagenet/repghostnet-0.5x/top1').tolerance).toBeNull();
		expect(publishedAt('ghostnet-figure/latency-axis/ghostnet/1/latency-ms').tolerance).toBe(0.2);
	});

	test('that there is not, is refused with what there is', () => {
		expect(() => publishedAt('headline-claim/decoded/top5')).toThrow(
			'expected headline-claim/decoded/… with one of latency-ms, top1, params-m, flops-m, found "headline-claim/decoded/top5"'
		);
	});
});

test('no two numbers share a path, and each has a source that is described', () => {
	const all = [...facts.values()];
	expect(all.length).toBeGreaterThan(600);
	// A field of a mark is no column: then a mark was not read as one.
	expect(all.filter(({ column }) => ['v', 'tol'].includes(column))).toEqual([]);
	for (const { path, sources: from } of all) {
		expect(from.length, path).toBeGreaterThan(0);
		for (const key of from) expect(sources[key]?.what, path).toBeTruthy();
	}
});
