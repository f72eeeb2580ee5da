/** Loads the network that a choice names, from where it is. */
import type { Engine, NetworkInfo } from '#lib/engine/protocol.ts';
import type { ModelChoice } from './choices.ts';
import type { CardSource } from './model-cards.ts';
import { findModel, findShipped, MENU_CLASSES, MENU_INPUT, MENU_SEED } from './models.ts';

/** Hears the name of what is loaded, and how far it is: 0 to 1, null where nobody knows. */
export type TellLoading = (name: string, done: number | null) => void;

/** @throws Error with one sentence for the reader; the network loaded before stays */
export async function loadNetwork(
	model: ModelChoice,
	{ engine, cards }: { readonly engine: Engine; readonly cards: Pick<CardSource, 'file'> },
	tell: TellLoading
): Promise<NetworkInfo> {
	if (model.kind === 'file') {
		const { file, branch } = model;
		tell(file.name, null);
		return engine.loadFile(file, branch ? { branch } : {}, ({ done }) => tell(file.name, done));
	}
	if (model.kind === 'shipped') {
		const label = findShipped(model.slug)?.label ?? model.slug;
		tell(label, null);
		return engine.loadShipped(await cards.file(model.slug), ({ done }) => tell(label, done));
	}
	const entry = findModel(model.slug);
	if (!entry) throw new Error(`Model: expected one of the menu, found "${model.slug}".`);
	const { family, width, label } = entry;
	tell(label, null);
	const network = { family, width, classes: MENU_CLASSES, inputShape: MENU_INPUT };
	return engine.loadRandom(network, MENU_SEED);
}
