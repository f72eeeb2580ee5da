/** What lesson 1 says of the shipped Ghost network is so; a network that is trained anew may change it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tensorOf } from '#lib/core/fold/fold.ts';
import { fitKernel, type FitSide } from '#lib/core/maps/fit-kernel.ts';
import { graphPart } from '#lib/core/graph-part.ts';
import { mapValues } from '#lib/core/maps/map-statistics.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { findSimilarMaps, type SimilarMaps } from '#lib/core/maps/similar-maps.ts';
import { bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { SAMPLE_SCENES } from '#lib/pictures/scenes/samples.ts';
import { takeApart } from '../ghost-halves/ghost-halves.ts';
import { STILL_WEIGHTS, stillMaps } from './still-maps.ts';

const lesson = readFileSync('content/lessons/01-the-same-feature-twice/index.md', 'utf8').replace(
	/\s+/g,
	' '
);
const stem = tensorOf(stillMaps(), 'act1');
const found = findSimilarMaps(stem);

/** The pair of two maps, counted from 1. */
const pairOf = ({ pairs }: SimilarMaps, first: number, second: number) =>
	pairs.find((pair) => pair.first === first - 1 && pair.second === second - 1);

function left(from: number, to: number, side: FitSide): string {
	const plane = { values: mapValues(stem, from - 1), columns: 32 };
	return `${(100 * fitKernel(plane, mapValues(stem, to - 1), side).leftOver).toFixed(1)} %`;
}

test('the stem on the red ball', () => {
	expect(found.pairs).toHaveLength(120);
	const above = found.pairs.filter(({ correlation }) => Math.abs(correlation) > 0.9).length;
	expect(lesson).toContain(`${above} of 120 pairs lie beyond 0.9`);
	expect(found.pairs[0]).toBe(pairOf(found, 4, 14));
	expect(lesson).toContain(`with r = ${found.pairs[0]!.correlation.toFixed(3)}`);
	expect(lesson).toContain(`still reaches ${found.turned.toFixed(2)}`);
	expect(lesson).toContain(`From map 4 to map 14 it leaves ${left(4, 14, 1)}`);
	expect(lesson).toContain(`leaves ${left(4, 14, 3)} for this pair`);
	expect(lesson).toContain(`from ${left(10, 11, 1)} to ${left(10, 11, 3)}`);
});

test('the same pair on all sample pictures', async () => {
	const bytes = new Uint8Array(readFileSync('static/networks/scenes-ghost.safetensors'));
	const { architecture, form, state } = await openWeightFile(bytesSource(bytes));
	const graph = graphPart(buildNetwork(architecture, form), ['act1']);
	const all = SAMPLE_SCENES.map(({ name, scene }) => {
		const { shape, data } = evaluateGraph(graph, state, normalize(drawScene(scene, 64, 64))).get(
			'act1'
		)!;
		return { name, ...findSimilarMaps({ shape, data: Float32Array.from(data) }) };
	});
	const alike = all.filter((maps) => (pairOf(maps, 4, 14)?.correlation ?? 0) > 0.8).length;
	const best = all.filter((maps) => maps.pairs[0] === pairOf(maps, 4, 14)).length;
	expect(all).toHaveLength(20);
	expect(lesson).toContain(`On ${alike} of the 20 sample pictures`);
	expect(lesson).toContain(`on ${best} of them they are the closest pair`);
	expect(all.find(({ name }) => name === 'road-cone')!.flat).toEqual([9, 10]);
});

test('the ghosts of the first module', () => {
	const { pairs } = takeApart('blocks.0.0.ghost1', stillMaps(), STILL_WEIGHTS);
	const correlations = pairs.map(({ correlation }) => correlation!);
	const write = (value: number) => value.toFixed(3).replace('-', '−');
	const ends = [Math.min(...correlations), Math.max(...correlations)].map(write);
	expect(lesson).toContain(`run from ${ends[0]} to ${ends[1]}`);
	expect(lesson).toContain(`compares place by place, is ${write(correlations[1]!)}`);
	expect(lesson).toContain(`the negative of map 7 (r = ${write(correlations[6]!)})`);
});

test('the ghosts of the second module', () => {
	const { pairs } = takeApart('blocks.0.0.ghost2', stillMaps(), STILL_WEIGHTS);
	const strong = pairs.filter(({ correlation }) => Math.abs(correlation!) > 0.75);
	expect([pairs.length, strong.length]).toEqual([8, 6]);
	expect(strong.filter(({ correlation }) => correlation! < 0)).toHaveLength(4);
	expect(lesson).toContain('above 0.75 for six of the eight pairs; four of these');
});
