/**
 * Networks written as ONNX files and run by another runtime: its logits are PyTorch's, within the
 * tolerance of the fixture, at every published width.
 */
import { BinaryReader } from '@bufbuild/protobuf/wire';
import * as ort from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Form, Graph } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { randomPicture, randomStateDict, type Gains } from '#lib/core/network/random-weights.ts';
import type { MapShape } from '#lib/core/shapes.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { serializeOnnx } from '#lib/export/onnx.ts';
import { readFixtureJson } from '../support/fixtures.ts';

interface LargeCase {
	readonly id: string;
	readonly config: {
		readonly family: Family;
		readonly width: number;
		readonly num_classes: number;
	};
	readonly weight_seed: number;
	readonly image_seed: number;
	readonly gains: Gains;
	readonly logits: number[];
	readonly tol: number;
}

const { cases } = readFixtureJson<{ cases: LargeCase[] }>('pytorch/networks_224.json');
const PICTURE: MapShape = [1, 3, 224, 224];

async function runOnnx(graph: Graph, state: StateDict, picture: Tensor): Promise<ort.Tensor> {
	const bytes = serializeOnnx(graph, state, { name: 'test', input: PICTURE });
	const session = await ort.InferenceSession.create(bytes, { graphOptimizationLevel: 'all' });
	const input = new ort.Tensor('float32', picture.data, [...picture.shape]);
	const result = await session.run({ input });
	await session.release();
	return result[graph.output]!;
}

function build({ config, weight_seed, gains }: LargeCase, form: Form) {
	const { family, width, num_classes: classes } = config;
	const architecture = createArchitecture(family, { width, classes, inputShape: [3, 224, 224] });
	const training = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(training, weight_seed, gains);
	return {
		graph: buildNetwork(architecture, form),
		state: form === 'training-time' ? state : foldStateDict(training, state, form)
	};
}

async function expectLogits(example: LargeCase, form: Form): Promise<void> {
	const { graph, state } = build(example, form);
	const output = await runOnnx(graph, state, randomPicture(PICTURE, example.image_seed));
	expect(output.dims).toEqual([1, example.config.num_classes]);
	const found = output.data as Float32Array;
	const worst = Math.max(...found.map((value, index) => Math.abs(value - example.logits[index]!)));
	expect(worst).toBeLessThan(example.tol);
}

test.each(cases)('$id, folded: logits as PyTorch has them', (example) =>
	expectLogits(example, 'folded')
);

test.each(cases.filter(({ config }) => config.width === 0.5))(
	'$id with its batch norms: logits as PyTorch has them',
	(example) => expectLogits(example, 'training-time')
);

test('a description is the model’s doc_string', () => {
	const graph: Graph = {
		...{ inputChannels: 1, layers: [], modules: [], output: 'relu' },
		nodes: [{ name: 'relu', inputs: ['input'], operation: { kind: 'relu' } }]
	};
	const options = { name: 'x', input: [1, 1, 2, 2] as const, description: 'Grey in, grey out.' };
	const reader = new BinaryReader(serializeOnnx(graph, new Map(), options));
	const texts = new Map<number, string>();
	while (reader.pos < reader.len) {
		const [field, type] = reader.tag();
		// onnx.proto3, ModelProto: 2 is producer_name, 6 is doc_string.
		if (field === 2 || field === 6) texts.set(field, reader.string());
		else reader.skip(type);
	}
	expect([...texts]).toEqual([
		[2, 'RepGhost Notebook'],
		[6, 'Grey in, grey out.']
	]);
});

test('a step of a fold is refused by name', () => {
	const graph: Graph = {
		...{ inputChannels: 1, layers: [], modules: [], output: 'shift' },
		nodes: [{ name: 'shift', inputs: ['input'], operation: { kind: 'shift', channels: 1 } }]
	};
	expect(() => serializeOnnx(graph, new Map(), { name: 'x', input: [1, 1, 2, 2] })).toThrow(
		'shift: shift is a step of a fold; fold the module to its end.'
	);
});

test('only the first channels of a concatenation are kept where the graph says so', async () => {
	const graph: Graph = {
		...{ inputChannels: 2, layers: [], modules: [], output: 'join' },
		nodes: [
			{ name: 'relu', inputs: ['input'], operation: { kind: 'relu' } },
			{ name: 'join', inputs: ['input', 'relu'], operation: { kind: 'concat', channels: 3 } }
		]
	};
	const bytes = serializeOnnx(graph, new Map(), { name: 'x', input: [1, 2, 1, 1] });
	const session = await ort.InferenceSession.create(bytes);
	const input = new ort.Tensor('float32', Float32Array.of(-5, 7), [1, 2, 1, 1]);
	const { join } = await session.run({ input });
	expect([...(join!.data as Float32Array)]).toEqual([-5, 7, 0]);
});
