/** What lesson 10 says of the shipped network is so; a network that is trained anew may change it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildNetwork } from '#lib/core/network/network.ts';
import { receptiveField } from '#lib/core/network/receptive-field.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import { inferShapes } from '#lib/core/shapes.ts';
import { bytesSource, openWeightFile } from '#lib/export/weight-file.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { sceneOf, type SceneChanges } from '#lib/state/picture/scenes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const lesson = readFileSync(
	path.join(root, 'content/lessons/10-run-it-and-look-inside/index.md'),
	'utf8'
).replace(/\s+/g, ' ');
const file = await openWeightFile(
	bytesSource(
		new Uint8Array(readFileSync(path.join(root, 'static/networks/scenes-repghost.safetensors')))
	)
);
const graph = buildNetwork(file.architecture, 'training-time');
const run = (changes: SceneChanges) =>
	evaluateGraph(graph, file.state, normalize(drawScene(sceneOf('red-ball', changes), 64, 64)));

const atRest = run({});
const moved = run({ across: -sceneOf('red-ball').across });

/** How far the maps of a node have changed, in parts of their variance. */
function change(node: string): number {
	const before = atRest.get(node)!.data;
	const after = moved.get(node)!.data;
	const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
	const square = (deviation: number) => deviation * deviation;
	const changed = before.reduce((sum, value, index) => sum + square(value - after[index]!), 0);
	return changed / before.reduce((sum, value) => sum + square(value - mean), 0);
}

test('what stays when the ball moves', () => {
	const percent = (node: string) => `${Number((100 * change(node)).toPrecision(2))} %`;
	expect(lesson).toContain(
		`the stem have changed by ${percent('act1')} of their [variance](glossary:variance), and those of \`blocks.4.0\` by ${percent('blocks.4.0.act1')}.`
	);
	expect(lesson).toContain(`\`global_pool\`, it is ${percent('global_pool')}`);
	expect(lesson).toContain(`for the logits ${(100 * change('classifier')).toFixed(1)} %`);
});

test('one map of the stem is dark everywhere', () => {
	const { data } = atRest.get('act1')!;
	const dark = Array.from({ length: 16 }, (_, map) =>
		data.subarray(map * 1024, (map + 1) * 1024).every((value) => value === 0)
	);
	expect(dark.filter(Boolean)).toHaveLength(1);
	expect(lesson).toContain('One is dark everywhere');
});

test('receptive fields', () => {
	const shapes = inferShapes(graph, [1, 3, 64, 64]);
	const field = (node: string, at: number) =>
		receptiveField(graph, shapes, node, { row: at, column: at });
	const across = (node: string, at: number) => {
		const { first, last } = field(node, at).reach.rows;
		return last - first + 1;
	};
	expect(across('act1', 16)).toBe(3);
	expect(across('blocks.0.0.add', 16)).toBe(11);
	expect(lesson).toContain('value: 11');
	expect(lesson).toContain(`the field is ${across('blocks.1.1.add', 8)} pixels across`);
	expect(field('blocks.1.1.add', 8).gated).toBe(false);
	expect(field('blocks.2.0.add', 4).gated).toBe(true);
});
