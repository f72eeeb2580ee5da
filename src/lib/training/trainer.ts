/**
 * One network in training: its weights as TensorFlow.js variables, gradients by `tf.variableGrads`, and
 * gradient descent with momentum. Everything that the next step depends on can be taken out as plain
 * tensors and put back, bit for bit.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Graph, GraphNode } from '#lib/core/graph.ts';
import { graphParameters, type ParameterShape } from '#lib/core/network/parameters.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { downloadWeight, uploadWeight, type Maps, type Weights } from '#lib/model/layout.ts';
import {
	runTraining,
	updateRunningStatistics,
	type BatchStatistics
} from '#lib/model/train-mode.ts';
import { momentumStep } from '#lib/model/training-updates.ts';
import { crossEntropy } from './loss.ts';
import type { Batch } from './pictures.ts';
import { learningRateAt, type Recipe } from './recipe.ts';

/** A trainer between two steps. */
export interface TrainerState {
	/** Steps done. */
	readonly step: number;
	/** All tensors of the network, PyTorch layout. */
	readonly weights: StateDict;
	/** Of gradient descent, by the key of the learned tensor; empty before the first step. */
	readonly velocities: StateDict;
}

/** Tells the variables of two trainers apart in TensorFlow.js's one register. */
let trainers = 0;

export class Trainer {
	readonly #graph: Graph;
	readonly #recipe: Recipe;
	readonly #parameters: ReadonlyMap<string, ParameterShape>;
	readonly #nodes: ReadonlyMap<string, GraphNode>;
	readonly #prefix = `trainer${++trainers}/`;
	/** By state-dict key, in running order; running statistics are not trainable. */
	readonly #variables: ReadonlyMap<string, tf.Variable>;
	readonly #learned: readonly string[];
	/** By the key of the learned tensor. */
	readonly #velocities: ReadonlyMap<string, tf.Variable>;
	#step: number;

	/** A trainer before its first step, or one that goes on where `start` was taken. */
	constructor(graph: Graph, recipe: Recipe, start: TrainerState) {
		this.#graph = graph;
		this.#recipe = recipe;
		this.#parameters = graphParameters(graph);
		this.#nodes = new Map(graph.nodes.map((node) => [node.name, node]));
		this.#variables = new Map(
			[...this.#parameters.values()].map((parameter) => [
				parameter.key,
				this.#createVariable(parameter, start.weights)
			])
		);
		this.#learned = [...this.#parameters.values()].filter(isLearned).map(({ key }) => key);
		this.#velocities = new Map(
			this.#learned.map((key) => [key, this.#createVelocity(key, start.velocities)])
		);
		this.#step = start.step;
	}

	/** Steps done so far. */
	get step(): number {
		return this.#step;
	}

	/** The network's tensors on the backend, which change with every step. */
	get weights(): Weights {
		return this.#variables;
	}

	/**
	 * One step of gradient descent; changes weights and running statistics.
	 *
	 * @returns the loss before the step
	 * @throws Error when the loss is not a number: what follows would be lost as well
	 */
	async train({ values, labels, count, side }: Batch): Promise<number> {
		const input = tf.tensor4d(values, [count, side, side, 3]);
		const right = tf.tensor1d(labels, 'int32');
		const statistics = new Map<string, BatchStatistics>();
		let made: tf.Tensor[] = [];
		try {
			const { value, grads } = tf.variableGrads(
				() => this.#loss(input, right, statistics),
				this.#learned.map((key) => this.#variables.get(key)!)
			);
			made = [value, ...Object.values(grads)];
			const [loss] = await value.data();
			if (!Number.isFinite(loss)) {
				throw new Error(`Step ${this.#step}: expected a finite loss, found ${loss}.`);
			}
			this.#applyGradients(grads);
			this.#applyStatistics(statistics);
			this.#step++;
			return loss!;
		} finally {
			const seen = [...statistics.values()].flatMap(({ mean, variance }) => [mean, variance]);
			tf.dispose([input, right, ...made, ...seen]);
		}
	}

	/** The loss of a batch; puts what the batch norms saw into `statistics`. */
	#loss(input: Maps, right: tf.Tensor1D, statistics: Map<string, BatchStatistics>): tf.Scalar {
		const run = runTraining(this.#graph, this.#variables, input, this.#dropoutSeed());
		run.statistics.forEach((seen, name) => statistics.set(name, seen));
		return crossEntropy(run.output, right, this.#recipe.labelSmoothing);
	}

	/** Everything the next step depends on. */
	async state(): Promise<TrainerState> {
		return {
			step: this.#step,
			weights: await this.#download(this.#variables),
			velocities: await this.#download(this.#velocities)
		};
	}

	dispose(): void {
		tf.dispose([...this.#variables.values(), ...this.#velocities.values()]);
	}

	/** Kernels also shrink; BN and biases do not, since their size says nothing of a network's fit. */
	#applyGradients(gradients: tf.NamedTensorMap): void {
		const { momentum, weightDecay } = this.#recipe;
		const learned = this.#learned.map((key) => {
			const weight = this.#variables.get(key)!;
			const decay = weight.rank > 1 ? weightDecay : 0;
			const velocity = this.#velocities.get(key)!;
			return { weight, velocity, gradient: gradients[weight.name]!, decay };
		});
		momentumStep(learned, { learningRate: learningRateAt(this.#step, this.#recipe), momentum });
	}

	#applyStatistics(statistics: ReadonlyMap<string, BatchStatistics>): void {
		for (const [key, value] of updateRunningStatistics(this.#variables, statistics)) {
			this.#variables.get(key)!.assign(value);
			value.dispose();
		}
	}

	async #download(variables: ReadonlyMap<string, tf.Variable>): Promise<StateDict> {
		const tensors = new Map<string, Tensor>();
		for (const [key, variable] of variables) {
			tensors.set(key, await downloadWeight(this.#nodeOf(key), variable));
		}
		return tensors;
	}

	/** Another mask at each step, the same in every run. */
	#dropoutSeed(): number {
		return (Math.imul(this.#recipe.seed + 1, 0x9e3779b1) ^ (this.#step + 1)) >>> 0;
	}

	#createVariable(parameter: ParameterShape, weights: StateDict): tf.Variable {
		const { key } = parameter;
		const found = weights.get(key);
		if (!found) throw new Error(`${key}: expected a tensor to start from, found none.`);
		return tf.tidy(() =>
			tf.variable(uploadWeight(this.#nodeOf(key), found), isLearned(parameter), this.#prefix + key)
		);
	}

	/** Where none is given, it starts at rest. */
	#createVelocity(key: string, velocities: StateDict): tf.Variable {
		const found = velocities.get(key);
		return tf.tidy(() => {
			const start = found
				? uploadWeight(this.#nodeOf(key), found)
				: tf.zerosLike(this.#variables.get(key)!);
			return tf.variable(start, false, `${this.#prefix}${key}/velocity`);
		});
	}

	#nodeOf(key: string): GraphNode {
		return this.#nodes.get(this.#parameters.get(key)!.node)!;
	}
}

function isLearned({ role }: ParameterShape): boolean {
	return role === 'weight' || role === 'bias';
}
