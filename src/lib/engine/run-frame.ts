/**
 * One picture of a moving one: a forward pass that reads back only what is on view, and draws it here,
 * so that the page has little to do for each.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { LayerInfo } from '#lib/core/cost/form-info.ts';
import type { Graph } from '#lib/core/graph.ts';
import { busiestMap } from '#lib/core/maps/small-map.ts';
import {
	laidAsRead,
	lookAtMaps,
	toChannelsFirst,
	uploadMaps,
	type Maps,
	type Weights
} from '#lib/model/layout.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { normalize } from '#lib/pictures/preprocess.ts';
import { drawSheet } from '#lib/scene/maps-sheet.ts';
import { paintOverview } from '#lib/scene/overview.ts';
import type { FrameRequest, FrameResult } from './protocol.ts';
import { layerTime, readOutputs, runSteps, summarize, type RunOptions } from './run-network.ts';

/** What is asked of a frame, its picture drawn. */
type FrameWork = Omit<FrameRequest, 'form' | 'picture'> & { readonly picture: Picture };

/**
 * Runs `graph` on a picture; leaves nothing on the backend, however it ends.
 * @param options.layers those of the graph, for this size of picture
 * @throws Error when the form has no layer of a name asked for
 */
export async function runFrame(
	graph: Graph,
	weights: Weights,
	{ picture, layer: name, maps, small, overview, spare }: FrameWork,
	{ signal, timed, layers }: RunOptions & { readonly layers: readonly LayerInfo[] }
): Promise<FrameResult> {
	const layer = findLayer(graph, name);
	const smallOutputs = small.map((other) => findLayer(graph, other).output);
	const kept = overview
		? graph.layers.map(({ output }) => output)
		: [layer.output, ...smallOutputs];
	const input = uploadMaps(normalize(picture));
	let outputs: ReadonlyMap<string, Maps> = new Map();
	try {
		const forward = await runSteps(graph, weights, input, kept, signal);
		outputs = forward.outputs;
		const started = performance.now();
		const values = await readOutputs(outputs, signal, lookAtMaps);
		const waiting = timed ? 0 : performance.now() - started;
		const own = values.get(layer.output)!;
		return {
			picture,
			logits: values.get(graph.output)!.data.slice(),
			milliseconds: forward.milliseconds + waiting,
			layer: {
				...summarize(name, own.data),
				milliseconds: timed ? layerTime(layer, forward.times) : null
			},
			sheet: drawSheet(toChannelsFirst(own), maps),
			small: smallOutputs.map((output) => busiestMap(toChannelsFirst(values.get(output)!))),
			overview: overview
				? paintOverview(
						layers,
						(other) => laidAsRead(values.get(findLayer(graph, other).output)!),
						spare
					)
				: null
		};
	} finally {
		tf.dispose([input, ...outputs.values()]);
	}
}

function findLayer(graph: Graph, name: string): Graph['layers'][number] {
	const layer = graph.layers.find((candidate) => candidate.name === name);
	if (!layer) throw new Error(`This form has no layer called "${name}".`);
	return layer;
}
