/** Files that a reader can take away from a run: the engine writes what is large, the page the rest. */
import type { Form } from '#lib/core/graph.ts';
import type { Engine } from '#lib/engine/protocol.ts';
import { serializeNpy } from '#lib/export/npy.ts';
import { fileStem } from '#lib/export/results.ts';
import { serializeStatistics } from '#lib/export/statistics-csv.ts';
import type { Run, ShownMaps } from './held.svelte.ts';

export type Taken =
	/** The network, in a form that its weights can give. */
	| { readonly kind: 'safetensors' | 'onnx'; readonly form: Form }
	/** All layers of the run: statistics as text, or every map. */
	| { readonly kind: 'csv' | 'npz' }
	/** The maps on view. */
	| { readonly kind: 'npy'; readonly maps: ShownMaps };

export interface TakenFile {
	readonly fileName: string;
	readonly content: string | Uint8Array;
}

/** @throws Error in one sentence, as the engine's */
export async function takeAway(engine: Engine, run: Run, taken: Taken): Promise<TakenFile> {
	const { name } = run.network;
	const { form } = run.result;
	switch (taken.kind) {
		case 'safetensors':
		case 'onnx':
			return {
				fileName: `${fileStem(name, taken.form)}.${taken.kind}`,
				content: await engine.writeFile(taken)
			};
		case 'npz':
			return {
				fileName: `${fileStem(name, form)}-maps.npz`,
				content: await engine.writeFile({ kind: 'npz' })
			};
		case 'npy':
			return {
				fileName: `${fileStem(name, form)}-${taken.maps.layer}.npy`,
				content: serializeNpy(taken.maps.tensor)
			};
		case 'csv':
			return {
				fileName: `${fileStem(name, form)}-layers.csv`,
				content: serializeStatistics(run.form.layers, run.result.layers)
			};
	}
}

/** The name of a picture of a run; `part` says what it shows. */
export function pngFileName({ network, result }: Run, part: string): string {
	return `${fileStem(network.name, result.form)}-${part}.png`;
}
