/** Everything the reader chooses on the network page, as one value that is replaced, never changed. */
import type { Branch } from '#lib/core/graph.ts';
import type { Backend, ShownForm } from '#lib/engine/protocol.ts';
import { otherFromUrl, otherToUrl, type OtherChoice, type UrlPart } from './comparison-choice.ts';
import type { Photo } from '#lib/pictures/drawable.ts';
import type { Drawing } from '#lib/pictures/drawing.ts';
import { findModel, findPublished, findShipped } from './models.ts';
import { readPlace, writePlace, type MapPlace } from './map-place.ts';
import {
	changeScene,
	formatChanges,
	parseChanges,
	SAMPLE_SLUGS,
	type SceneChanges
} from './scenes.ts';
import type { UrlState } from './url-state.ts';

export type ModelChoice =
	/** Trained here, a file of this site. */
	| { readonly kind: 'shipped'; readonly slug: string }
	| { readonly kind: 'random'; readonly slug: string }
	/** Published weights that were fetched before. */
	| { readonly kind: 'published'; readonly slug: string }
	/** `id` tells files of one name apart; `branch` settles what a file leaves open. */
	| { readonly kind: 'file'; readonly id: number; readonly file: File; readonly branch?: Branch };

/** A sample scene, and what the reader changed on it. */
export interface SceneChoice {
	readonly kind: 'sample';
	readonly slug: string;
	/** Absent where nothing was changed. */
	readonly changes?: SceneChanges;
}

/** Drawn by the reader; every change of it has an `id` of its own. */
export interface DrawingChoice {
	readonly kind: 'drawing';
	readonly id: number;
	readonly drawing: Drawing;
}

export type PictureChoice =
	| SceneChoice
	| DrawingChoice
	/** A frame of the camera that the reader kept. */
	| { readonly kind: 'camera'; readonly id: number; readonly photo: Photo }
	/** A picture or a `.npy` tensor. */
	| { readonly kind: 'file'; readonly id: number; readonly file: File };

export interface Choices {
	readonly backend: Backend;
	readonly model: ModelChoice;
	readonly form: ShownForm;
	readonly picture: PictureChoice;
	/** State-dict prefix; null: the page chooses. */
	readonly layer: string | null;
	/** The number of the layer that is followed; null where none is. */
	readonly value: MapPlace | null;
	/** One colour scale for all maps, or one for each. */
	readonly scale: 'shared' | 'own';
	/** A second run beside this one; null: none. */
	readonly compare: OtherChoice | null;
}

const DEFAULT_MODEL = 'scenes-repghost';
const DEFAULT_PICTURE = SAMPLE_SLUGS[0]!;

export const DEFAULT_CHOICES: Choices = {
	backend: 'wasm',
	model: { kind: 'shipped', slug: DEFAULT_MODEL },
	form: 'training-time',
	picture: { kind: 'sample', slug: DEFAULT_PICTURE },
	layer: null,
	value: null,
	scale: 'shared',
	compare: null
};

/** The network that has to be loaded; equal keys mean the same one. */
export function modelKey(model: ModelChoice): string {
	return model.kind === 'file'
		? `file ${model.id} ${model.branch ?? 'as found'}`
		: `${model.kind} ${model.slug}`;
}

export function pictureKey(picture: PictureChoice): string {
	return picture.kind === 'sample'
		? `sample ${picture.slug} ${formatChanges(picture.changes ?? {})}`
		: `${picture.kind} ${picture.id}`;
}

/** A scene with some more changed on it. */
export function turnDials({ slug, changes = {} }: SceneChoice, more: SceneChanges): SceneChoice {
	const all = changeScene(slug, changes, more);
	return { kind: 'sample', slug, ...(Object.keys(all).length > 0 && { changes: all }) };
}

/** What an address asks for; unknown models and pictures give way to the defaults. */
export function choicesFromUrl(url: UrlState): { choices: Choices; ignored: string[] } {
	const model = url.model === null ? DEFAULT_CHOICES.model : knownModel(url.model);
	const slug = url.picture ?? DEFAULT_PICTURE;
	const changes = url.scene === null ? {} : parseChanges(url.scene);
	const known = SAMPLE_SLUGS.includes(slug);
	const shown = model ?? DEFAULT_CHOICES.model;
	const other = otherFromUrl(url, shown, knownModel);
	const choices: Choices = {
		...DEFAULT_CHOICES,
		compare: other.compare,
		form: url.form,
		scale: url.scale,
		layer: url.layer,
		value: readPlace(url.value),
		backend: url.backend ?? DEFAULT_CHOICES.backend,
		model: shown,
		picture: known ? turnDials({ kind: 'sample', slug }, changes ?? {}) : DEFAULT_CHOICES.picture
	};
	const ignored = [
		...(model ? [] : ['model']),
		...(known ? [] : ['picture']),
		...(changes ? [] : ['scene']),
		...other.ignored
	];
	return { choices, ignored };
}

function knownModel(slug: string): ModelChoice | null {
	if (findShipped(slug)) return { kind: 'shipped', slug };
	if (findPublished(slug)) return { kind: 'published', slug };
	return findModel(slug) ? { kind: 'random', slug } : null;
}

/** The part of the address that these choices make; only samples can be in an address. */
export function choicesToUrl(
	choices: Choices
): Pick<
	UrlState,
	'model' | 'form' | 'picture' | 'scene' | 'layer' | 'value' | 'backend' | 'scale'
> &
	UrlPart {
	const { model, picture, form, layer, scale, backend } = choices;
	const modelSlug = model.kind === 'file' ? null : model.slug;
	const { slug, changes = {} } =
		picture.kind === 'sample' ? picture : { slug: DEFAULT_PICTURE, changes: {} };
	return {
		model: modelSlug === DEFAULT_MODEL ? null : modelSlug,
		form,
		picture: slug === DEFAULT_PICTURE ? null : slug,
		scene: formatChanges(changes) || null,
		layer,
		value: writePlace(choices.value),
		scale,
		backend: backend === DEFAULT_CHOICES.backend ? null : backend,
		...otherToUrl(choices)
	};
}
