/**
 * What the page and the engine's worker say to each other. Only plain data crosses: `{ shape, data }`
 * in the paper's layout, never a TensorFlow.js tensor.
 */
import type { Architecture } from '#lib/core/network/architecture.ts';
import type { FollowedValue, GraphSource } from '#lib/core/follow/follow-run.ts';
import type { FormInfo } from '#lib/core/cost/form-info.ts';
import type { Branch, Form } from '#lib/core/graph.ts';
import type { ValueDifference } from '#lib/core/maps/layer-difference.ts';
import type { SmallMap } from '#lib/core/maps/small-map.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import type { Scene } from '#lib/pictures/scenes/scene.ts';
import type { MapsSheet, MapsView } from '#lib/scene/maps-sheet.ts';
import type { Overview } from '#lib/scene/overview.ts';

export type { MapsView, Overview };

/** Backends of TensorFlow.js. */
export type Backend = 'wasm' | 'webgl' | 'webgpu' | 'cpu';

/** Which backend runs, and why the ones before it do not. */
export interface BackendReport {
	readonly backend: Backend;
	readonly requested: Backend;
	/** Backends that were tried and refused, in order, each with one sentence. */
	readonly refused: readonly { readonly backend: Backend; readonly reason: string }[];
}

/** The two forms that the page switches between. */
export type ShownForm = Exclude<Form, 'deploy'>;

/** Where the weights come from. */
export type WeightSource =
	/** Pseudo-random, untrained. */
	| { readonly kind: 'random'; readonly seed: number }
	/** Trained here and part of this site. */
	| {
			readonly kind: 'shipped';
			readonly slug: string;
			readonly fileName: string;
			readonly bytes: number;
	  }
	/** Published by others; a file that the reader had fetched. */
	| {
			readonly kind: 'published';
			readonly slug: string;
			readonly fileName: string;
			readonly bytes: number;
	  }
	| {
			readonly kind: 'file';
			readonly fileName: string;
			readonly bytes: number;
			/** The form that the file holds. */
			readonly form: Form;
			/**
			 * True when names and shapes fit a network with a plain identity branch and one without
			 * branch alike, and neither the file nor the reader has said which.
			 */
			readonly branchIsAGuess: boolean;
	  };

export interface NetworkInfo extends Pick<
	Architecture,
	'family' | 'width' | 'classes' | 'inputShape' | 'branch'
> {
	/** `RepGhostNet 0.5×`, or the file's name. */
	readonly name: string;
	/** The whole table, from which shapes and counts follow for a picture of any size. */
	readonly architecture: Architecture;
	readonly source: WeightSource;
	/** SHA-256 of the weight file, or of the safetensors file that `writeFile` would write. */
	readonly sha256: string;
	/** Names of the classes, where the file carries them, or ImageNet's where a file has as many. */
	readonly labels: readonly string[] | null;
	/** A form is absent when the weights cannot give it (a folded file has no branches to show). */
	readonly forms: Readonly<Partial<Record<ShownForm, FormInfo>>>;
	/** Forms in which the weights can be saved. */
	readonly savedForms: readonly Form[];
}

/** A network to be made with pseudo-random weights. */
export type RandomNetwork = Pick<Architecture, 'family' | 'width' | 'classes' | 'inputShape'>;

/** A weight file of this site, and what its model card says of it. */
export interface ShippedFile {
	readonly slug: string;
	/** `RepGhost, BN branch`. */
	readonly name: string;
	readonly fileName: string;
	/** The whole address. */
	readonly address: string;
	readonly bytes: number;
	/** In hexadecimal. */
	readonly sha256: string;
}

/** A published weight file that is on this computer. */
export interface PublishedFile {
	/** As in timm: `repghostnet_050.in1k`. */
	readonly slug: string;
	/** `RepGhostNet 0.5×`. */
	readonly name: string;
	/** `repghostnet_050.in1k.safetensors`. */
	readonly fileName: string;
	readonly blob: Blob;
	/** In hexadecimal, as its listing gave it. */
	readonly sha256: string;
}

export interface LayerResult {
	readonly name: string;
	readonly min: number;
	readonly max: number;
	readonly mean: number;
	/** Standard deviation over all values (population). */
	readonly std: number;
	/** Share of exact zeros, 0 to 1. */
	readonly zeros: number;
	/** Time of everything inside the layer; null where the backend runs asynchronously. */
	readonly milliseconds: number | null;
}

export interface RunResult {
	readonly form: ShownForm;
	/** What the run ended on: another backend than before when a graphics context could not be had back. */
	readonly report: BackendReport;
	/** [classes]. */
	readonly logits: Float32Array;
	/** One for each layer of the form, in its order. */
	readonly layers: readonly LayerResult[];
	/** The whole forward pass, without reading the maps back. */
	readonly milliseconds: number;
	/** Smallest time that this browser's clock tells, in milliseconds: what takes less can read 0. */
	readonly clockStep: number;
}

/** One picture of a moving one, and what is on view of its maps. */
export interface FrameRequest {
	/** A scene is drawn by the engine, at the size of the network's input. */
	readonly picture: Picture | Scene;
	readonly form: ShownForm;
	/** The layer on view. */
	readonly layer: string;
	readonly maps: MapsView;
	/** Layers of which one map is shown small. */
	readonly small: readonly string[];
	/** Whether every map of the network is painted, too. */
	readonly overview: boolean;
	/** Memory of an overview that is no longer shown, to paint the next one into: new memory takes time. */
	readonly spare?: ArrayBuffer | null;
}

/** What the page shows of one frame; small, whatever the network's size. */
export interface FrameResult {
	/** What was run. */
	readonly picture: Picture;
	/** [classes]. */
	readonly logits: Float32Array;
	readonly milliseconds: number;
	readonly layer: LayerResult;
	readonly sheet: MapsSheet;
	/** In the order in which they were asked for. */
	readonly small: readonly SmallMap[];
	readonly overview: Overview | null;
}

/** A picture made ready for a network. */
export interface PreparedPicture {
	/** [1, 3, H, W], normalised with timm's mean and standard deviation. */
	readonly input: Tensor;
	/** What the network sees, to be shown: RGBA bytes of the crop. */
	readonly shown: {
		readonly width: number;
		readonly height: number;
		readonly rgba: Uint8ClampedArray<ArrayBuffer>;
	};
}

/**
 * What can be taken away: the network's weights in a form, as a safetensors file or with its graph as
 * ONNX; or every layer's maps of the last run as `.npz`, by the layers' names.
 */
export type FileRequest =
	{ readonly kind: 'safetensors' | 'onnx'; readonly form: Form } | { readonly kind: 'npz' };

/** 0 to 1, with a word for what is being done. */
export type OnProgress = (progress: { readonly done: number; readonly stage: string }) => void;

/**
 * The engine as the page calls it. Every method rejects with an Error whose message is one sentence
 * for the reader, and with name `AbortError` after `cancel`.
 */
export interface Engine {
	/** Starts or changes the backend; falls back to wasm, then cpu. Weights stay loaded. */
	start(backend: Backend): Promise<BackendReport>;
	/** Replaces the loaded network, only once the new one is whole. */
	loadRandom(network: RandomNetwork, seed: number): Promise<NetworkInfo>;
	/** The same from a safetensors file; `branch` settles what the file leaves open. */
	loadFile(
		file: File,
		options: { readonly branch?: Branch },
		onProgress: OnProgress
	): Promise<NetworkInfo>;
	/**
	 * The same from a file of this site, which is fetched, and refused unless its length and hash are
	 * those of its card.
	 */
	loadShipped(file: ShippedFile, onProgress: OnProgress): Promise<NetworkInfo>;
	/** The same from a published file, which is refused unless its hash is still the one that was listed. */
	loadPublished(file: PublishedFile, onProgress: OnProgress): Promise<NetworkInfo>;
	/** Runs the loaded network on [1, C, H, W] and keeps every layer's maps for `maps`. */
	run(input: Tensor, form: ShownForm): Promise<RunResult>;
	/** Runs the loaded network on one picture of a moving one; `maps` stays with the last run. */
	frame(request: FrameRequest): Promise<FrameResult>;
	/** The maps of a layer from the last run, [1, C, H, W]. */
	maps(layer: string): Promise<Tensor>;
	/**
	 * How far the maps of a layer from the last run are from those of another run, [1, C, H, W]. The page
	 * hands these on and never looks at them: its memory is given away.
	 */
	difference(layer: string, reference: Tensor): Promise<ValueDifference>;
	/** What a number of the last run was made of: a value of any node, a weight, a part of a batch norm. */
	follow(source: GraphSource): Promise<FollowedValue>;
	/** Tensors of the loaded network in one of its forms, by their keys in the state dict. */
	weights(keys: readonly string[], form: ShownForm): Promise<ReadonlyMap<string, Tensor>>;
	/** Every map of the last run, painted. */
	overview(): Promise<Overview>;
	/** Decodes a PNG, JPEG or WebP file and prepares it for the loaded network's input size. */
	preparePicture(file: Blob): Promise<PreparedPicture>;
	/** A file of the loaded network, or of the last run. */
	writeFile(request: FileRequest): Promise<Uint8Array>;
	/** Stops the call that is running, if any. */
	cancel(): Promise<void>;
}
