/** A network that is ready to run: its weights here, and on the backend once a form has been run. */
import {
	architectureLabel,
	createArchitecture,
	type Architecture
} from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import { tensorOf } from '#lib/core/fold/fold.ts';
import { describeForm, type LayerInfo } from '#lib/core/cost/form-info.ts';
import { formsFrom, type Form, type Graph } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import type { MapShape } from '#lib/core/shapes.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import { serializeOnnx } from '#lib/export/onnx.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { weightMetadata } from '#lib/export/weight-config.ts';
import { disposeWeights, uploadWeights, type Weights } from '#lib/model/layout.ts';
import { MEAN, STANDARD_DEVIATION } from '#lib/pictures/preprocess.ts';
import { hashBytes } from './hash.ts';
import type { NetworkInfo, RandomNetwork, ShownForm, WeightSource } from './protocol.ts';

/** Weights as they came, in the form in which they came. */
interface NetworkWeights {
	readonly name: string;
	readonly architecture: Architecture;
	readonly form: Form;
	readonly state: StateDict;
	readonly labels: readonly string[] | null;
	readonly source: WeightSource;
	readonly sha256: string;
}

const SHOWN_FORMS: readonly ShownForm[] = ['training-time', 'folded'];

export class LoadedNetwork {
	readonly info: NetworkInfo;
	readonly #weights: NetworkWeights;
	readonly #graphs = new Map<Form, Graph>();
	readonly #states = new Map<Form, StateDict>();
	readonly #uploaded = new Map<Form, Weights>();

	constructor(weights: NetworkWeights) {
		this.#weights = weights;
		this.#states.set(weights.form, weights.state);
		this.info = this.#describe();
	}

	/** The graph of a form; throws when the weights cannot give it. */
	graph(form: Form): Graph {
		if (!formsFrom(this.#weights.form).includes(form)) {
			throw new Error(
				`${this.info.name} holds the ${this.#weights.form} form; the ${form} form cannot be made from it.`
			);
		}
		const { architecture } = this.#weights;
		const graph = this.#graphs.get(form) ?? buildNetwork(architecture, form);
		this.#graphs.set(form, graph);
		return graph;
	}

	/** The layers of a form for a picture [1, C, H, W]. */
	layers(form: ShownForm, [, ...picture]: readonly number[]): readonly LayerInfo[] {
		const own = this.info.forms[form];
		if (own && picture.join() === this.info.inputShape.join()) return own.layers;
		const [channels = 0, rows = 0, columns = 0] = picture;
		return describeForm(this.#weights.architecture, form, [channels, rows, columns]).layers;
	}

	/** The tensors of a form, folded when first asked for. */
	state(form: Form): StateDict {
		this.graph(form);
		const { form: stored, state } = this.#weights;
		const folded = this.#states.get(form) ?? foldStateDict(this.graph(stored), state, form);
		this.#states.set(form, folded);
		return folded;
	}

	/** The tensors of a form on the current backend. */
	uploaded(form: Form): Weights {
		const weights = this.#uploaded.get(form) ?? uploadWeights(this.graph(form), this.state(form));
		this.#uploaded.set(form, weights);
		return weights;
	}

	/** Frees the backend's copies; they come back when a form is run again. */
	release(): void {
		for (const weights of this.#uploaded.values()) disposeWeights(weights);
		this.#uploaded.clear();
	}

	/** A safetensors file that carries its own configuration. */
	serialize(form: Form): Uint8Array {
		const { architecture, labels } = this.#weights;
		return serializeSafetensors(new Map(this.state(form)), {
			metadata: weightMetadata(architecture, form, labels ?? undefined)
		});
	}

	/** An ONNX file for one picture of a shape, by default the network's own. */
	toOnnx(form: Form, picture: MapShape | null): Uint8Array {
		const { architecture, labels } = this.#weights;
		const input: MapShape = picture ?? [1, ...architecture.inputShape];
		return serializeOnnx(this.graph(form), this.state(form), {
			name: this.info.name,
			input,
			description: `Input: a picture, red, green and blue, as float32 [${input.join(', ')}], each value (byte / 255 - mean) / std with mean ${MEAN.join(', ')} and std ${STANDARD_DEVIATION.join(', ')}. Output: a logit for each of ${architecture.classes} classes. Form: ${form}.`,
			metadata: weightMetadata(architecture, form, labels ?? undefined)
		});
	}

	#describe(): NetworkInfo {
		const { name, architecture, source, sha256: hash, labels, form } = this.#weights;
		const { family, width, classes, inputShape, branch } = architecture;
		const available = formsFrom(form);
		const forms = SHOWN_FORMS.filter((shown) => available.includes(shown)).map(
			(shown) => [shown, describeForm(architecture, shown)] as const
		);
		return {
			...{ name, architecture, family, width, classes, inputShape, branch, source, labels },
			sha256: hash,
			savedForms: available,
			forms: Object.fromEntries(forms)
		};
	}
}

/** @throws Error when a tensor is not there */
export function pickTensors(state: StateDict, keys: readonly string[]): Map<string, Tensor> {
	return new Map(keys.map((key) => [key, tensorOf(state, key)]));
}

/** An untrained network: the same seed gives the same weights everywhere. */
export async function createRandomNetwork(
	network: RandomNetwork,
	seed: number
): Promise<LoadedNetwork> {
	const architecture = createArchitecture(network.family, network);
	const graph = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(graph, seed, NETWORK_GAINS[network.family]);
	const metadata = weightMetadata(architecture, 'training-time');
	return new LoadedNetwork({
		name: architectureLabel(architecture),
		architecture,
		form: 'training-time',
		state,
		labels: null,
		source: { kind: 'random', seed },
		sha256: await hashBytes(serializeSafetensors(new Map(state), { metadata }))
	});
}
