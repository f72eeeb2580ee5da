/** Whether the maps on view can follow a moving picture, and what a frame of it needs beside it. */
import { modelKey, type Choices } from '#lib/state/network/choices.ts';
import { resolveLayer } from '#lib/state/network/form-info.ts';
import type { Held, Sources } from '#lib/state/network/held.svelte.ts';
import type { FrameSource, LiveRequest } from './live-frames.svelte.ts';

export type FrameGround = Omit<LiveRequest, 'paint' | 'pictureKey' | 'since' | 'maps'> & {
	readonly source: FrameSource;
};

/** Null unless backend, network, form and layer on view are those chosen. */
export function frameGround(
	choices: Choices,
	held: Held,
	sources: Sources | null,
	{ overview, small }: { readonly overview: boolean; readonly small: readonly string[] }
): FrameGround | null {
	const { run, maps, network, backend } = held;
	if (!sources || !run || !maps || network?.info !== run.network) return null;
	const { form } = run.result;
	const { layer } = maps;
	const asChosen =
		backend === choices.backend &&
		network.key === modelKey(choices.model) &&
		form === choices.form &&
		layer === resolveLayer(choices.layer, run.form.layers);
	if (!asChosen) return null;
	const { engine, drawer } = sources;
	return {
		network: run.network,
		form,
		layer,
		small,
		overview,
		source: { drawer, run: (request) => engine.frame(request) }
	};
}
