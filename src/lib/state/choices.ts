/** Everything the reader chooses on the network page, as one value that is replaced, never changed. */
import type { Branch } from '#lib/core/graph.ts';
import type { Backend, ShownForm } from '#lib/engine/protocol.ts';
import { findModel } from './models.ts';
import type { UrlState } from './url-state.ts';

export type ModelChoice =
	| { readonly kind: 'random'; readonly slug: string }
	/** `id` tells files of one name apart; `branch` settles what a file leaves open. */
	| { readonly kind: 'file'; readonly id: number; readonly file: File; readonly branch?: Branch };

export type PictureChoice =
	| { readonly kind: 'sample'; readonly slug: string }
	/** A picture or a `.npy` tensor. */
	| { readonly kind: 'file'; readonly id: number; readonly file: File };

export interface Choices {
	readonly backend: Backend;
	readonly model: ModelChoice;
	readonly form: ShownForm;
	readonly picture: PictureChoice;
	/** State-dict prefix; null: the page chooses. */
	readonly layer: string | null;
	/** One colour scale for all maps, or one for each. */
	readonly scale: 'shared' | 'own';
}

const DEFAULT_MODEL = 'repghostnet_050';
const DEFAULT_PICTURE = 'ring';

export const DEFAULT_CHOICES: Choices = {
	backend: 'wasm',
	model: { kind: 'random', slug: DEFAULT_MODEL },
	form: 'training-time',
	picture: { kind: 'sample', slug: DEFAULT_PICTURE },
	layer: null,
	scale: 'shared'
};

/** The network that has to be loaded; equal keys mean the same one. */
export function modelKey(model: ModelChoice): string {
	return model.kind === 'random'
		? `random ${model.slug}`
		: `file ${model.id} ${model.branch ?? 'as found'}`;
}

export function pictureKey(picture: PictureChoice): string {
	return picture.kind === 'sample' ? `sample ${picture.slug}` : `file ${picture.id}`;
}

/** What an address asks for; unknown models and pictures give way to the defaults. */
export function choicesFromUrl(
	url: UrlState,
	samples: readonly string[]
): { choices: Choices; ignored: string[] } {
	const ignored: string[] = [];
	const choices: Choices = {
		...DEFAULT_CHOICES,
		form: url.form,
		scale: url.scale,
		layer: url.layer,
		backend: url.backend ?? DEFAULT_CHOICES.backend,
		model: knownModel(url.model) ?? DEFAULT_CHOICES.model,
		picture:
			url.picture !== null && samples.includes(url.picture)
				? { kind: 'sample', slug: url.picture }
				: DEFAULT_CHOICES.picture
	};
	if (url.model !== null && !knownModel(url.model)) ignored.push('model');
	if (url.picture !== null && !samples.includes(url.picture)) ignored.push('picture');
	return { choices, ignored };
}

function knownModel(slug: string | null): ModelChoice | null {
	return slug !== null && findModel(slug) ? { kind: 'random', slug } : null;
}

/** The part of the address that these choices make; files cannot be in an address. */
export function choicesToUrl(
	choices: Choices
): Pick<UrlState, 'model' | 'form' | 'picture' | 'layer' | 'backend' | 'scale'> {
	const { model, picture, form, layer, scale, backend } = choices;
	const modelSlug = model.kind === 'random' ? model.slug : null;
	const pictureSlug = picture.kind === 'sample' ? picture.slug : null;
	return {
		model: modelSlug === DEFAULT_MODEL ? null : modelSlug,
		form,
		picture: pictureSlug === DEFAULT_PICTURE ? null : pictureSlug,
		layer,
		scale,
		backend: backend === DEFAULT_CHOICES.backend ? null : backend
	};
}
