/**
 * The kernels of the layer on view, read from the engine: as trained, and as folding leaves them where
 * the weights can give both forms.
 */
import type { FormInfo } from '#lib/core/cost/form-info.ts';
import { kernelLayer, layerKernels, type LayerKernel } from '#lib/core/network/layer-kernels.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { nodeParameters } from '#lib/core/network/parameters.ts';
import type { Graph } from '#lib/core/graph.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { Norm, Props as KernelProps } from '#lib/figures/kernels/props.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';

type ShownForm = KernelProps['form'];
type Weights = ReadonlyMap<string, Tensor>;

export class LayerWeights {
	readonly #session: NetworkSession;
	/** The convolution that the reader chose among those of the layer. */
	#wanted: string | null = $state(null);
	#shown: { readonly kernel: LayerKernel; readonly kernels: KernelProps } | null = $state.raw(null);
	#asked = 0;

	readonly #run = $derived.by(() => this.#session.held.run);
	readonly #network = $derived.by(() => this.#run?.network ?? null);
	readonly #form = $derived(this.#run?.result.form ?? null);
	readonly #graphs = $derived.by(() => this.#network && formGraphs(this.#network));
	/** Convolutions and linear layers inside the layer on view, by the names of the form they come in. */
	readonly kernels: readonly LayerKernel[] = $derived.by(() => {
		const graph = this.#graphs?.['training-time'] ?? this.#graphs?.folded;
		const layer = this.#session.layer;
		return graph && layer !== null ? layerKernels(graph, kernelLayer(graph, layer)) : [];
	});
	readonly chosen = $derived.by(
		() => this.kernels.find(({ node }) => node === this.#wanted) ?? this.kernels[0] ?? null
	);

	constructor(session: NetworkSession) {
		this.#session = session;
	}

	/** What the figure takes; of the layer before until the new one's weights are there. */
	get shown(): KernelProps | null {
		const { kernels } = this.#shown ?? {};
		return this.chosen && kernels ? { ...kernels, form: this.#form ?? kernels.form } : null;
	}

	/** Of the convolution on view, in the form on view. */
	get shownName(): string {
		return this.#shown ? this.nameOf(this.#shown.kernel) : '';
	}

	/** The chosen convolution has another name in the folded form. */
	nameOf({ node, folded }: LayerKernel): string {
		return this.#form === 'folded' ? folded : node;
	}

	choose(node: string): void {
		this.#wanted = node;
	}

	/** For an effect: reads the weights of what is chosen. */
	settle(): void {
		const { chosen } = this;
		const graphs = this.#graphs;
		if (!chosen || !graphs || !this.#session.matches) return;
		const asked = ++this.#asked;
		void this.#read(chosen, graphs).then((kernels) => {
			if (kernels && asked === this.#asked) this.#shown = { kernel: chosen, kernels };
		});
	}

	async #read(kernel: LayerKernel, graphs: FormGraphs): Promise<KernelProps | null> {
		const read = (form: ShownForm, names: readonly (string | null)[]) => {
			const graph = graphs[form];
			const keys = graph ? parametersOf(graph, names) : [];
			return graph ? this.#session.ask((engine) => engine.weights(keys, form)) : null;
		};
		const { node, norm, branches, folded: name } = kernel;
		const trained = await read('training-time', [
			node,
			norm,
			...branches.map((branch) => branch.norm)
		]);
		const isChanged = norm !== null || branches.length > 0;
		const folded = isChanged || !trained ? await read('folded', [name]) : null;
		if (!trained && !folded) return null;
		return {
			form: this.#form ?? 'training-time',
			trained: trained && trainedOf(kernel, trained),
			folded: folded && { kernel: tensorIn(folded, name), bias: biasIn(folded, name) }
		};
	}
}

type FormGraphs = Readonly<Partial<Record<ShownForm, Graph>>>;

function formGraphs({
	architecture,
	forms
}: {
	readonly architecture: Parameters<typeof buildNetwork>[0];
	readonly forms: Readonly<Partial<Record<ShownForm, FormInfo>>>;
}): FormGraphs {
	const built = (['training-time', 'folded'] as const)
		.filter((form) => forms[form])
		.map((form) => [form, buildNetwork(architecture, form)] as const);
	return Object.fromEntries(built);
}

function parametersOf(graph: Graph, names: readonly (string | null)[]): string[] {
	return graph.nodes
		.filter(({ name }) => names.includes(name))
		.flatMap((node) => nodeParameters(node).map(({ key }) => key));
}

function trainedOf({ node, norm, branches }: LayerKernel, weights: Weights) {
	return {
		kernel: tensorIn(weights, node),
		bias: biasIn(weights, node),
		norm: norm === null ? null : normIn(weights, norm),
		branches: branches.map((branch) => (branch.norm === null ? null : normIn(weights, branch.norm)))
	};
}

function tensorIn(weights: Weights, node: string) {
	const { shape = [], data = new Float32Array() } = weights.get(`${node}.weight`) ?? {};
	return { shape: [...shape], data };
}

function biasIn(weights: Weights, node: string): Float32Array | null {
	return weights.get(`${node}.bias`)?.data ?? null;
}

function normIn(weights: Weights, name: string): Norm {
	const read = (role: string): Float32Array =>
		weights.get(`${name}.${role}`)?.data ?? new Float32Array();
	return {
		gamma: read('weight'),
		beta: read('bias'),
		mean: read('running_mean'),
		variance: read('running_var')
	};
}
