/** A trained network whose modules can be opened one by one, and whose branches can be folded one by one. */
import * as tf from '@tensorflow/tfjs-core';
import { median } from 'd3';
import { countGraph } from '#lib/core/cost/counts.ts';
import { FOLD_NODES, hasFoldableBranch } from '#lib/core/fold/fold-graphs.ts';
import type { FoldableModule } from '#lib/core/fold/fold-request.ts';
import { joinName, type Graph, type GraphNode } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { largestDifference, type StateDict, type Tensor } from '#lib/core/tensor.ts';
import type { WeightFile } from '#lib/export/weight-file.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import { foldModule } from '#lib/model/fold-module.ts';
import {
	disposeWeights,
	downloadMaps,
	toBackendLayout,
	uploadMaps,
	type Maps,
	type Weights
} from '#lib/model/layout.ts';
import { cropForNetwork, normalize } from '#lib/pictures/preprocess.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import type { NetworkFoldResult, OpenedNetwork } from './live-protocol.ts';

/** Runs of each of the two networks, one after the other in turn, after one to warm up. */
const TIMED_RUNS = 9;

type FoldResult = Omit<NetworkFoldResult, 'backend'>;

export class FoldableNetwork {
	readonly info: OpenedNetwork;
	readonly #file: WeightFile;
	/** The training-time form. */
	readonly #graph: Graph;
	/** Every tensor on the backend in PyTorch's layout; null before the first run. */
	#tensors: ReadonlyMap<string, tf.Tensor> | null = null;

	/** @throws Error when the weights hold no branch that could be folded */
	constructor(name: string, file: WeightFile) {
		const { architecture, form, labels } = file;
		this.#file = file;
		this.#graph = buildNetwork(architecture, 'training-time');
		const modules = this.#graph.modules.filter(hasFoldableBranch);
		if (form !== 'training-time' || modules.length === 0) {
			throw new Error(
				form === 'training-time'
					? `${name} holds a network without branches: there is nothing to fold.`
					: `${name} holds the ${form} form: its branches are folded already, and that cannot be undone.`
			);
		}
		this.info = { name, inputShape: architecture.inputShape, modules, labels };
	}

	/** A module on its own, and what goes into it when the network sees `picture`. */
	async module(name: string, picture: Picture): Promise<FoldableModule> {
		const module = this.info.modules.find((candidate) => candidate.name === name);
		const primary = this.#node(joinName(name, 'primary_conv.0'));
		if (!module || primary?.operation.kind !== 'convolution') {
			throw new Error(`The network has no module called "${name}" with a branch to fold.`);
		}
		const source = primary.inputs[0]!;
		return {
			plan: {
				family: 'repghost',
				inChannels: primary.operation.inChannels,
				outChannels: module.channels,
				relu: this.#node(joinName(name, FOLD_NODES.relu)) !== undefined,
				branch: module.branch,
				form: 'training-time'
			},
			state: withoutPrefix(this.#file.state, `${name}.`),
			input: await this.#outputOf(source, picture)
		};
	}

	/**
	 * Folds the first `folded` modules on the backend, and runs the network so far and the original in
	 * turn, so that both are timed under the same conditions.
	 */
	async fold(folded: number, picture: Picture, signal: AbortSignal): Promise<FoldResult> {
		const names = this.info.modules.slice(0, folded).map(({ name }) => name);
		const graph = buildNetwork(this.#file.architecture, 'training-time', new Set(names));
		const input = this.#upload(picture);
		const original = this.#weights(this.#graph, []);
		const soFar = this.#weights(graph, names);
		try {
			const reference = await this.#timed(this.#graph, original, input);
			const found = await this.#timed(graph, soFar, input);
			const times: [number[], number[]] = [[], []];
			for (let run = 0; run < TIMED_RUNS; run++) {
				signal.throwIfAborted();
				// In turns, so that neither always runs on what the other has left in the cache.
				for (const which of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
					const timed =
						which === 0
							? await this.#timed(this.#graph, original, input)
							: await this.#timed(graph, soFar, input);
					times[which].push(timed.milliseconds);
				}
			}
			return {
				folded: names.length,
				reference: reference.output.data,
				logits: found.output.data,
				difference: largestDifference(reference.output, found.output),
				largest: reference.output.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
				parameters: countGraph(graph, [1, ...this.info.inputShape]).parameters,
				operations: graph.nodes.filter(({ operation }) => operation.kind !== 'dropout').length,
				referenceMilliseconds: median(times[0]) ?? NaN,
				milliseconds: median(times[1]) ?? NaN,
				runs: 2 * (TIMED_RUNS + 1)
			};
		} finally {
			input.dispose();
			disposeWeights(original);
			disposeWeights(soFar);
		}
	}

	/** Frees what the network holds on the backend; it comes back with the next run. */
	release(): void {
		tf.dispose([...(this.#tensors?.values() ?? [])]);
		this.#tensors = null;
	}

	#node(name: string): GraphNode | undefined {
		return this.#graph.nodes.find((node) => node.name === name);
	}

	#upload(picture: Picture): Maps {
		const [, rows, columns] = this.info.inputShape;
		return uploadMaps(normalize(cropForNetwork(picture, rows, columns)));
	}

	#live(): ReadonlyMap<string, tf.Tensor> {
		this.#tensors ??= new Map(
			[...this.#file.state].map(([key, { shape, data }]) => [
				key,
				tf.tensor(data.slice(), [...shape])
			])
		);
		return this.#tensors;
	}

	/** The weights of `graph`, the branches of the modules named folded by `model`; new tensors. */
	#weights(graph: Graph, folded: readonly string[]): Weights {
		const tensors = new Map(this.#live());
		const kept = tf.tidy(() => {
			for (const name of folded) {
				const { sumKernel, sumBias } = foldModule(withoutPrefix(tensors, `${name}.`), 'compare');
				tensors.set(joinName(name, `${FOLD_NODES.fused}.weight`), sumKernel!);
				tensors.set(joinName(name, `${FOLD_NODES.fused}.bias`), sumBias!);
			}
			return [...toBackendLayout(graph, tensors)].map(
				([key, tensor]) => [key, tensor.clone()] as const
			);
		});
		return new Map(kept);
	}

	async #timed(
		graph: Graph,
		weights: Weights,
		input: Maps
	): Promise<{ readonly output: Tensor; readonly milliseconds: number }> {
		const started = performance.now();
		const output = evaluateGraph(graph, weights, input).get(graph.output)!;
		try {
			const values = await downloadMaps(output);
			return { output: values, milliseconds: performance.now() - started };
		} finally {
			output.dispose();
		}
	}

	async #outputOf(node: string, picture: Picture): Promise<Tensor> {
		const input = this.#upload(picture);
		const weights = this.#weights(this.#graph, []);
		const outputs = evaluateGraph(this.#graph, weights, input, [node]);
		try {
			return await downloadMaps(outputs.get(node)!);
		} finally {
			input.dispose();
			disposeWeights(weights);
			tf.dispose([...outputs.values()]);
		}
	}
}

function withoutPrefix<T>(state: ReadonlyMap<string, T>, prefix: string): Map<string, T>;
function withoutPrefix(state: StateDict, prefix: string): StateDict {
	return new Map(
		[...state]
			.filter(([key]) => key.startsWith(prefix))
			.map(([key, value]) => [key.slice(prefix.length), value])
	);
}
