/**
 * One network in training: its weights as TensorFlow.js variables, gradients by `tf.variableGrads`, and
 * TensorFlow.js's own momentum optimiser. Everything that the next step depends on can be taken out as
 * plain tensors and put back, bit for bit.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Graph, GraphNode } from '#lib/core/graph.ts';
import { graphParameters, type ParameterShape } from '#lib/core/parameters.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { downloadWeight, uploadWeight, type Maps, type Weights } from '#lib/model/layout.ts';
import {
	runTraining,
	updateRunningStatistics,
	type BatchStatistics
} from '#lib/model/train-mode.ts';
import { crossEntropy } from './loss.ts';
import type { Batch } from './pictures.ts';
import { learningRateAt, type Recipe } from './recipe.ts';

/** What a step needs to know beside the batch. */
export type StepRecipe = Pick<
	Recipe,
	| 'seed'
	| 'epochs'
	| 'batch'
	| 'peakRate'
	| 'warmUp'
	| 'momentum'
	| 'weightDecay'
	| 'labelSmoothing'
	| 'trainingSeeds'
>;

/** A trainer between two steps. */
export interface TrainerState {
	/** Steps done. */
	readonly step: number;
	/** All tensors of the network, PyTorch layout. */
	readonly weights: StateDict;
	/** The optimiser's velocities by the key of the learned tensor; empty before the first step. */
	readonly velocities: StateDict;
}

/** Tells the variables of two trainers apart in TensorFlow.js's one register. */
let trainers = 0;

export class Trainer {
	readonly #graph: Graph;
	readonly #recipe: StepRecipe;
	readonly #parameters: ReadonlyMap<string, ParameterShape>;
	readonly #nodes: ReadonlyMap<string, GraphNode>;
	readonly #prefix = `trainer${++trainers}/`;
	/** By state-dict key, in running order; running statistics are not trainable. */
	readonly #variables: ReadonlyMap<string, tf.Variable>;
	readonly #learned: readonly string[];
	readonly #optimizer: tf.MomentumOptimizer;
	#step: number;

	private constructor(graph: Graph, recipe: StepRecipe, start: TrainerState) {
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
		this.#optimizer = tf.train.momentum(recipe.peakRate, recipe.momentum);
		this.#step = start.step;
	}

	/** A trainer before its first step, or one that goes on where `start` was taken. */
	static async create(graph: Graph, recipe: StepRecipe, start: TrainerState): Promise<Trainer> {
		const trainer = new Trainer(graph, recipe, start);
		await trainer.#takeVelocities(start.velocities);
		return trainer;
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
			this.#optimizer.setLearningRate(learningRateAt(this.#step, this.#recipe));
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
		const weights = new Map<string, Tensor>();
		for (const [key, variable] of this.#variables) {
			weights.set(key, await downloadWeight(this.#nodeOf(key), variable));
		}
		return { step: this.#step, weights, velocities: await this.#velocities() };
	}

	dispose(): void {
		tf.dispose([...this.#variables.values()]);
		this.#optimizer.dispose();
		// The momentum optimiser forgets the learning rate that its base class holds as a tensor.
		tf.SGDOptimizer.prototype.dispose.call(this.#optimizer);
	}

	/** Kernels also shrink; BN and biases do not, since their size says nothing of a network's fit. */
	#applyGradients(gradients: tf.NamedTensorMap): void {
		const { weightDecay } = this.#recipe;
		tf.tidy(() => {
			const all = this.#learned.map((key) => {
				const name = this.#prefix + key;
				const variable = this.#variables.get(key)!;
				const gradient = gradients[name]!;
				const shrinks = weightDecay > 0 && variable.rank > 1;
				const tensor = shrinks ? tf.add(gradient, tf.mul(variable, weightDecay)) : gradient;
				return { name, tensor };
			});
			this.#optimizer.applyGradients(all);
		});
	}

	#applyStatistics(statistics: ReadonlyMap<string, BatchStatistics>): void {
		for (const [key, value] of updateRunningStatistics(this.#variables, statistics)) {
			this.#variables.get(key)!.assign(value);
			value.dispose();
		}
	}

	/** The optimiser keeps its velocities in the order in which the gradients are given to it. */
	async #velocities(): Promise<StateDict> {
		const [iterations, ...velocities] = await this.#optimizer.getWeights();
		iterations!.tensor.dispose();
		const byKey = new Map<string, Tensor>();
		for (const [index, { tensor }] of velocities.entries()) {
			const key = this.#learned[index]!;
			byKey.set(key, await downloadWeight(this.#nodeOf(key), tensor));
		}
		return byKey;
	}

	async #takeVelocities(velocities: StateDict): Promise<void> {
		if (velocities.size === 0) return;
		const named = this.#learned.map((key) => {
			const found = velocities.get(key);
			if (!found) throw new Error(`${key}: expected a velocity to go on from, found none.`);
			return {
				name: `${this.#prefix}${key}/momentum`,
				tensor: uploadWeight(this.#nodeOf(key), found)
			};
		});
		const iterations = { name: 'iter', tensor: tf.scalar(this.#step, 'int32') };
		await this.#optimizer.setWeights([iterations, ...named]);
		tf.dispose([iterations.tensor, ...named.map(({ tensor }) => tensor)]);
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

	#nodeOf(key: string): GraphNode {
		return this.#nodes.get(this.#parameters.get(key)!.node)!;
	}
}

function isLearned({ role }: ParameterShape): boolean {
	return role === 'weight' || role === 'bias';
}
