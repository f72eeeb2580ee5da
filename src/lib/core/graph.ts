/**
 * A network as data: a list of operations in the order in which they can run.
 *
 * What depends on what is written down once, here; counting, running on TensorFlow.js, checking a
 * weight file, folding and drawing all read the same list. A node is named after the PyTorch module
 * that computes it (`blocks.0.0.ghost1.primary_conv.0`), so that its weights are `<name>.weight`,
 * `<name>.bias` and so on; operations without a PyTorch module (`add`, `concat`) get a plain name.
 */

/** Every batch norm of RepGhost and GhostNet uses PyTorch's default; Keras and TF.js default to 1e-3. */
export const BATCH_NORM_EPSILON = 1e-5;

/** PyTorch's momentum: running ← 0.9 · running + 0.1 · batch (Keras would call it 0.9). */
export const BATCH_NORM_MOMENTUM = 0.1;

/** Convolution with symmetric zero padding; `groups` = channels makes it depthwise. */
export interface Convolution {
	readonly kind: 'convolution';
	readonly inChannels: number;
	readonly outChannels: number;
	/** Side of the square kernel. */
	readonly kernel: number;
	readonly stride: number;
	/** Rows and columns of zeros on each of the four sides. */
	readonly padding: number;
	readonly groups: number;
	readonly bias: boolean;
}

export type Operation =
	| Convolution
	| { readonly kind: 'batch-norm'; readonly channels: number }
	/** y = scale · x + shift per channel: what a batch norm is once its statistics are frozen. */
	| { readonly kind: 'scale-shift'; readonly channels: number }
	/** y = x + shift per channel: a bias that has not yet moved into its convolution. */
	| { readonly kind: 'shift'; readonly channels: number }
	| { readonly kind: 'relu' }
	/** min(max(x + 3, 0), 6) / 6, the gate of squeeze-excite. */
	| { readonly kind: 'hard-sigmoid' }
	/** Two inputs of one shape. */
	| { readonly kind: 'add' }
	/** Two inputs: maps, and one factor per channel [N, C, 1, 1]. */
	| { readonly kind: 'multiply' }
	/** Two inputs, joined along the channels; keeps the first `channels` of them. */
	| { readonly kind: 'concat'; readonly channels: number }
	/** [N, C, H, W] → [N, C, 1, 1]. */
	| { readonly kind: 'global-average-pool' }
	/** Active in training mode only. */
	| { readonly kind: 'dropout'; readonly rate: number }
	/** [N, in, 1, 1] → [N, out, 1, 1], always with a bias. */
	| { readonly kind: 'linear'; readonly inFeatures: number; readonly outFeatures: number };

export interface GraphNode {
	readonly name: string;
	/** Names of earlier nodes, or `INPUT`. */
	readonly inputs: readonly string[];
	readonly operation: Operation;
}

/** The name under which nodes refer to the picture. */
export const INPUT = 'input';

/** The kinds of thing a reader can look at; a layer's value is taken after its BN and ReLU. */
export type LayerKind =
	| 'convolution'
	| 'depthwise convolution'
	| 'batch norm branch'
	| 'Ghost module'
	| 'RepGhost module'
	| 'squeeze-excite'
	| 'shortcut'
	| 'Ghost bottleneck'
	| 'RepGhost bottleneck'
	| 'global average pool'
	| 'linear';

/** A part of the network with a name of its own: a state-dict prefix of timm. */
export interface Layer {
	readonly name: string;
	readonly kind: LayerKind;
	/** The node whose output is the layer's value. */
	readonly output: string;
	/** Every node inside, those of inner layers included. */
	readonly nodes: readonly string[];
}

/** A Ghost or RepGhost module inside a graph, for those who fold it. */
export interface ModuleInGraph {
	/** State-dict prefix, `''` for a module on its own. */
	readonly name: string;
	readonly family: 'ghost' | 'repghost';
	readonly branch: Branch;
	readonly channels: number;
}

/** What runs beside the depthwise convolution of a RepGhost module while it trains (paper, Fig. 3). */
export type Branch = 'bn' | 'identity' | 'both' | 'none';

/**
 * `training-time`: all branches and BNs. `deploy`: what the authors' converter makes, one biased
 * depthwise convolution per module, every other BN stays. `folded`: no BN left anywhere.
 */
export type Form = 'training-time' | 'deploy' | 'folded';

/** Forms that weights of this form can give, its own among them: folding cannot be undone. */
export function formsFrom(form: Form): Form[] {
	const forms: Form[] = ['training-time', 'deploy', 'folded'];
	return forms.slice(forms.indexOf(form));
}

export interface Graph {
	readonly inputChannels: number;
	readonly nodes: readonly GraphNode[];
	readonly output: string;
	readonly layers: readonly Layer[];
	readonly modules: readonly ModuleInGraph[];
}

/** Joins state-dict prefixes: `joinName('blocks.0.0', 'ghost1')`; an empty prefix adds nothing. */
export function joinName(prefix: string, name: string): string {
	return prefix === '' ? name : `${prefix}.${name}`;
}

export function isDepthwise(convolution: Convolution): boolean {
	return convolution.groups > 1 && convolution.groups === convolution.inChannels;
}

/** Collects nodes in running order; each method returns the name of the node it added. */
export class GraphBuilder {
	readonly #nodes: GraphNode[] = [];
	readonly #layers: Layer[] = [];
	readonly #modules: ModuleInGraph[] = [];

	add(name: string, operation: Operation, ...inputs: string[]): string {
		this.#nodes.push({ name, inputs, operation });
		return name;
	}

	/**
	 * Runs `build` and records everything it adds as one layer whose value is the node it returns.
	 * The layer stands after its inner layers, so that the list reads in running order.
	 */
	layer(name: string, kind: LayerKind, build: () => string): string {
		const first = this.#nodes.length;
		const output = build();
		const nodes = this.#nodes.slice(first).map((node) => node.name);
		this.#layers.push({ name, kind, output, nodes });
		return output;
	}

	module(module: ModuleInGraph): void {
		this.#modules.push(module);
	}

	finish(inputChannels: number, output: string): Graph {
		return {
			inputChannels,
			nodes: this.#nodes,
			output,
			layers: this.#layers,
			modules: this.#modules
		};
	}
}
