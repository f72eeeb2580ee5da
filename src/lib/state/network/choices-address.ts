/** The reader's choices on the network page in its address, and read back from there. */
import {
	DEFAULT_CHOICES,
	DEFAULT_MODEL,
	DEFAULT_PICTURE,
	turnDials,
	type Choices,
	type ModelChoice
} from './choices.ts';
import { otherFromUrl, otherToUrl, type UrlPart } from './comparison-choice.ts';
import { readPlace, writePlace } from '#lib/state/layers/map-place.ts';
import { findModel, findPublished, findShipped } from '#lib/state/weights/models.ts';
import { formatChanges, parseChanges, SAMPLE_SLUGS } from '#lib/state/picture/scenes.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';

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
