/** The second run of a comparison, B, as the reader chooses it, and the pairs that one click chooses. */
import type { Choices, ModelChoice, OtherChoice } from './choices.ts';
import { SAMPLE_SLUGS } from '#lib/state/picture/scenes.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';

export type Preset = 'forms' | 'families' | 'branch';

/** In an address: the network of A, whatever it is. */
const SAME = 'same';

/** Everything that B is asked for: backend and layer are A's. */
export function otherChoices(shown: Choices, other: OtherChoice, layer: string | null): Choices {
	const { model, form } = other;
	return { ...shown, model, form, layer, picture: other.picture ?? shown.picture, compare: null };
}

/** The other form of the same weights on the same picture. */
export function otherForm({ model, form }: Choices): OtherChoice {
	return { model, form: form === 'folded' ? 'training-time' : 'folded', picture: null };
}

/** A becomes B and B becomes A. */
export function swapRuns(choices: Choices, other: OtherChoice): Partial<Choices> {
	const { model, form, picture } = choices;
	return {
		model: other.model,
		form: other.form,
		picture: other.picture ?? picture,
		compare: { model, form, picture: other.picture && picture }
	};
}

/** What a click on a preset chooses, for A and for B. */
export function choosePreset(preset: Preset, choices: Choices): Partial<Choices> {
	if (preset === 'forms') return { compare: otherForm(choices) };
	const [form, a, b] =
		preset === 'families'
			? (['folded', 'scenes-repghost', 'scenes-ghost'] as const)
			: (['training-time', 'scenes-repghost', 'scenes-repghost-plain'] as const);
	return {
		model: { kind: 'shipped', slug: a },
		form,
		compare: { model: { kind: 'shipped', slug: b }, form, picture: null }
	};
}

/** What B is in an address. */
export type UrlPart = Pick<UrlState, 'compare' | 'compareForm' | 'comparePicture'>;

/**
 * What an address asks for.
 * @param model of A
 * @param findModel gives the network of a name, null where there is none
 */
export function otherFromUrl(
	{ compare, compareForm, comparePicture }: UrlPart,
	model: ModelChoice,
	findModel: (slug: string) => ModelChoice | null
): { compare: OtherChoice | null; ignored: string[] } {
	if (compare === null) return { compare: null, ignored: [] };
	const other = compare === SAME ? model : findModel(compare);
	if (!other) return { compare: null, ignored: ['compare'] };
	const known = comparePicture === null || SAMPLE_SLUGS.includes(comparePicture);
	const picture =
		comparePicture !== null && known ? ({ kind: 'sample', slug: comparePicture } as const) : null;
	return {
		compare: { model: other, form: compareForm ?? 'training-time', picture },
		ignored: known ? [] : ['comparePicture']
	};
}

/** The part of the address that B makes. A file other than A's cannot be in an address: then nothing is. */
export function otherToUrl({ model: shown, compare }: Choices): UrlPart {
	const nothing = { compare: null, compareForm: null, comparePicture: null };
	if (!compare) return nothing;
	const { model, form, picture } = compare;
	if (model.kind === 'file' && model !== shown) return nothing;
	return {
		compare: model.kind === 'file' ? SAME : model.slug,
		compareForm: form,
		comparePicture: picture?.kind === 'sample' ? picture.slug : null
	};
}
