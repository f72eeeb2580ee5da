/** Loads the network that a choice names, from where it is. */
import type { Engine, NetworkInfo, PublishedFile } from '#lib/engine/protocol.ts';
import type { ModelChoice } from '#lib/state/network/choices.ts';
import type { CardSource } from './model-cards.ts';
import { findModel, findShipped, MENU_CLASSES, MENU_INPUT, MENU_SEED } from './models.ts';

/** Where published weights are kept once they were fetched. */
export interface PublishedSource {
	/** @throws Error with one sentence when they are not on this computer */
	file(slug: string): Promise<PublishedFile>;
	/** Forgets a file that turned out to be damaged. */
	drop(slug: string): Promise<void>;
}

interface NetworkSources {
	readonly engine: Engine;
	readonly cards: Pick<CardSource, 'file'>;
	readonly published: PublishedSource;
}

/** Hears the name of what is loaded, and how far it is: 0 to 1, null where nobody knows. */
type TellLoading = (name: string, done: number | null) => void;

/** @throws Error with one sentence for the reader; the network loaded before stays */
export async function loadNetwork(
	model: ModelChoice,
	{ engine, cards, published }: NetworkSources,
	tell: TellLoading
): Promise<NetworkInfo> {
	if (model.kind === 'published') return loadPublished(await published.file(model.slug));
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

	async function loadPublished(file: PublishedFile): Promise<NetworkInfo> {
		tell(file.name, null);
		try {
			return await engine.loadPublished(file, ({ done }) => tell(file.name, done));
		} catch (error) {
			const isAbort = error instanceof Error && error.name === 'AbortError';
			if (!isAbort) await published.drop(file.slug);
			throw error;
		}
	}
}
