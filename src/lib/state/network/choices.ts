/** Everything the reader chooses on the network page, as one value that is replaced, never changed. */
import type { Branch } from '#lib/core/graph.ts';
import type { Backend, ShownForm } from '#lib/engine/protocol.ts';
import type { Photo } from '#lib/pictures/drawable.ts';
import type { Drawing } from '#lib/pictures/drawing.ts';
import type { MapPlace } from '#lib/state/layers/map-place.ts';
import {
	changeScene,
	formatChanges,
	SAMPLE_SLUGS,
	type SceneChanges
} from '#lib/state/picture/scenes.ts';

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

/** The second run of a comparison, B; backend and layer are those of the first, A. */
export interface OtherChoice {
	readonly model: ModelChoice;
	readonly form: ShownForm;
	/** Null: the same as A. */
	readonly picture: PictureChoice | null;
}

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

export const DEFAULT_MODEL = 'scenes-repghost';
export const DEFAULT_PICTURE = SAMPLE_SLUGS[0]!;

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
