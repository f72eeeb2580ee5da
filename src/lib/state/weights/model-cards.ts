/** The model cards of this site's networks, each fetched once and kept. */
import { parseModelCard, type ModelCard } from '#lib/export/model-card.ts';
import type { ShippedFile } from '#lib/engine/protocol.ts';

export type { ModelCard };

/** Where cards come from. */
export interface CardSource {
	/**
	 * A network's card; one that could not be had is asked for again the next time.
	 * @throws Error with one sentence for the reader
	 */
	get(slug: string): Promise<ModelCard>;
	/** Where a card or a weight file lies. */
	address(fileName: string): string;
	/** What the engine needs to fetch a network and to check it; the same errors. */
	file(slug: string): Promise<ShippedFile>;
}

export class ModelCards implements CardSource {
	readonly #folder: () => URL;
	readonly #cards = new Map<string, Promise<ModelCard>>();

	/** @param folder the whole address of the folder with the networks, with a slash at its end */
	constructor(folder: () => URL) {
		this.#folder = folder;
	}

	get(slug: string): Promise<ModelCard> {
		const known = this.#cards.get(slug);
		if (known) return known;
		const card = this.#fetch(slug);
		this.#cards.set(slug, card);
		card.catch(() => this.#cards.delete(slug));
		return card;
	}

	address(fileName: string): string {
		return new URL(fileName, this.#folder()).href;
	}

	async file(slug: string): Promise<ShippedFile> {
		const { name, file } = await this.get(slug);
		const { name: fileName, bytes, sha256 } = file;
		return { slug, name, fileName, address: this.address(fileName), bytes, sha256 };
	}

	async #fetch(slug: string): Promise<ModelCard> {
		const fileName = `${slug}.json`;
		let response: Response;
		try {
			response = await fetch(this.address(fileName), { cache: 'no-cache' });
		} catch (cause) {
			throw new Error(`${fileName} could not be fetched: this site did not answer.`, { cause });
		}
		if (!response.ok) {
			throw new Error(
				`${fileName} could not be fetched: this site answered with status ${response.status}.`
			);
		}
		return parseModelCard(await response.text());
	}
}
