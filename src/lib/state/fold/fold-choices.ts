/** Everything the reader chooses in the fold stepper, as one value that is replaced, never changed. */
import {
	BREAKAGES,
	FOLD_STEPS,
	type Breakage,
	type FoldStep
} from '#lib/core/fold/fold-step-names.ts';
import { FOLD_NODES, hasFoldableBranch } from '#lib/core/fold/fold-graphs.ts';
import type { ModuleEdit } from '#lib/core/fold/fold-request.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import { TOY_PICTURES, TOY_PLAN } from '#lib/core/fold/toy-module.ts';
import { SAMPLE_SLUGS } from '#lib/state/picture/scenes.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';

/** Where the module comes from. */
export type ModuleChoice =
	| { readonly kind: 'toy' }
	/** `module` is its prefix in the state dict. */
	| { readonly kind: 'shipped'; readonly slug: string; readonly module: string }
	/** `id` tells files of one name apart. */
	| { readonly kind: 'file'; readonly id: number; readonly file: File; readonly module: string };

export interface FoldChoices {
	readonly source: ModuleChoice;
	/** Name of a toy picture, or of a sample scene. */
	readonly picture: string;
	/** From 0. */
	readonly channel: number;
	readonly edits: readonly ModuleEdit[];
	readonly breakages: readonly Breakage[];
}

/** What is looked at; a step of looking is undone by looking elsewhere, so it is no part of the history. */
export interface FoldLook {
	readonly step: FoldStep;
	/** The followed tap, 0 to 8, row by row. */
	readonly tap: number;
}

/** The network whose modules a link means that names none. */
const DEFAULT_NETWORK = 'scenes-repghost';

export const TOY_PICTURE_NAMES = Object.keys(TOY_PICTURES);

export function picturesFor(source: ModuleChoice): readonly string[] {
	return source.kind === 'toy' ? TOY_PICTURE_NAMES : SAMPLE_SLUGS;
}

/** Another module: edits and channel of the one before mean nothing there; the picture stays if it can. */
export function chooseModule(choices: FoldChoices, source: ModuleChoice): FoldChoices {
	const pictures = picturesFor(source);
	const picture = pictures.includes(choices.picture) ? choices.picture : pictures[0]!;
	return { ...choices, source, picture, channel: 0, edits: [] };
}

/** One more changed number; a number changed twice is changed once. */
export function changeValue(choices: FoldChoices, edit: ModuleEdit): FoldChoices {
	const others = choices.edits.filter(({ key, index }) => key !== edit.key || index !== edit.index);
	return { ...choices, edits: [...others, edit] };
}

export function toggleBreakage(choices: FoldChoices, breakage: Breakage): FoldChoices {
	const { breakages } = choices;
	return {
		...choices,
		breakages: breakages.includes(breakage)
			? breakages.filter((other) => other !== breakage)
			: BREAKAGES.filter((other) => other === breakage || breakages.includes(other))
	};
}

/** Tensors that can be edited, by the letter that stands for each in an address. */
const EDITED_KEYS: Readonly<Record<string, string>> = {
	w: `${FOLD_NODES.depthwise}.weight`,
	g: `${FOLD_NODES.depthwiseNorm}.weight`,
	b: `${FOLD_NODES.depthwiseNorm}.bias`,
	m: `${FOLD_NODES.depthwiseNorm}.running_mean`,
	v: `${FOLD_NODES.depthwiseNorm}.running_var`,
	G: `${FOLD_NODES.identityNorm}.weight`,
	B: `${FOLD_NODES.identityNorm}.bias`,
	M: `${FOLD_NODES.identityNorm}.running_mean`,
	V: `${FOLD_NODES.identityNorm}.running_var`
};

/** Longest text of edits in an address; more of them cannot be shared by a link. */
const LONGEST_EDITS = 700;

/** `w4*1.25_m0*-0.5`: tensor, position, value; null when there are too many for an address. */
export function formatEdits(edits: readonly ModuleEdit[]): string | null {
	const letters = new Map(Object.entries(EDITED_KEYS).map(([letter, key]) => [key, letter]));
	const text = edits
		.map(({ key, index, value }) => `${letters.get(key)}${index}*${value}`)
		.join('_')
		.replaceAll('+', '');
	return text.length > LONGEST_EDITS ? null : text;
}

/** Null when the text is none that `formatEdits` writes. */
export function parseEdits(text: string): ModuleEdit[] | null {
	const edits: ModuleEdit[] = [];
	for (const part of text.split('_')) {
		const found = /^([wgbmvGBMV])(\d{1,6})\*(-?\d+(?:\.\d+)?(?:e-?\d{1,2})?)$/.exec(part);
		const [, letter = '', index = '', number = ''] = found ?? [];
		const key = EDITED_KEYS[letter];
		const value = Number(number);
		if (!found || key === undefined || !isAllowed(key, value)) return null;
		edits.push({ key, index: Number(index), value });
	}
	return edits;
}

/** Largest number a reader can put into a module: beyond it float32 sums lose all meaning. */
const LARGEST_EDIT = 1000;

/** Whether a tensor of the module may hold this value: a variance is not negative. */
export function isAllowed(key: string, value: number): boolean {
	if (!(Math.abs(value) <= LARGEST_EDIT)) return false;
	return !key.endsWith('running_var') || value >= 0;
}

/** What an address asks for, over what the lesson shows; the names of parameters that fit nothing. */
export function foldFromUrl(
	url: UrlState,
	defaults: { readonly choices: FoldChoices; readonly look: FoldLook }
): { readonly choices: FoldChoices; readonly look: FoldLook; readonly ignored: string[] } {
	const ignored: string[] = [];
	const parse = <T>(key: keyof UrlState, text: string | null, read: (text: string) => T | null) => {
		const value = text === null ? null : read(text);
		if (text !== null && value === null) ignored.push(key);
		return value;
	};
	const source = parse('module', url.module, (name) => moduleFromUrl(name, url.model));
	const moved = source ? chooseModule(defaults.choices, source) : defaults.choices;
	const picture = parse('picture', url.picture, (name) =>
		picturesFor(moved.source).includes(name) ? name : null
	);
	const breakages = parse('break', url.break, (text) => {
		const names = text.split('.');
		const known = BREAKAGES.filter((name) => names.includes(name));
		return known.length === names.length ? known : null;
	});
	return {
		choices: {
			...moved,
			picture: picture ?? moved.picture,
			channel:
				parse('channel', url.channel, (text) => channelOf(moved.source, text)) ?? moved.channel,
			breakages: breakages ?? moved.breakages,
			edits: parse('edits', url.edits, parseEdits) ?? moved.edits
		},
		look: {
			step: (url.step !== null && FOLD_STEPS[Number(url.step) - 1]) || defaults.look.step,
			tap: url.tap === null ? defaults.look.tap : Number(url.tap) - 1
		},
		ignored
	};
}

/** From 0; null where the module has no such channel. What a file holds is not known yet. */
function channelOf(source: ModuleChoice, text: string): number | null {
	const channel = Number(text) - 1;
	return source.kind === 'file' || channel < countChannels(source) ? channel : null;
}

function countChannels(source: Exclude<ModuleChoice, { kind: 'file' }>): number {
	if (source.kind === 'toy') return TOY_PLAN.outChannels;
	const found = foldableModules(source.slug).find(({ name }) => name === source.module);
	return found?.channels ?? 0;
}

/** Of a shipped network; none where there is no network of this name. */
function foldableModules(slug: string) {
	const shipped = SHIPPED_NETWORKS.find((network) => network.slug === slug);
	if (!shipped) return [];
	return buildNetwork(shipped.architecture, 'training-time').modules.filter(hasFoldableBranch);
}

function moduleFromUrl(name: string, model: string | null): ModuleChoice | null {
	if (name === 'toy') return { kind: 'toy' };
	const slug = model ?? DEFAULT_NETWORK;
	const isThere = foldableModules(slug).some((module) => module.name === name);
	return isThere ? { kind: 'shipped', slug, module: name } : null;
}

type FoldUrl = Pick<
	UrlState,
	'model' | 'module' | 'picture' | 'channel' | 'step' | 'tap' | 'break' | 'edits'
>;

/** The part of the address that gives this state back; a file of the reader's cannot be in one. */
export function foldToUrl(
	{ source, picture, channel, breakages, edits }: FoldChoices,
	{ step, tap }: FoldLook
): FoldUrl {
	const shipped = source.kind === 'shipped' ? source : null;
	return {
		model: shipped && shipped.slug !== DEFAULT_NETWORK ? shipped.slug : null,
		module: shipped ? shipped.module : source.kind === 'toy' ? 'toy' : null,
		picture: source.kind === 'file' ? null : picture,
		channel: String(channel + 1),
		step: String(FOLD_STEPS.indexOf(step) + 1),
		tap: String(tap + 1),
		break: breakages.join('.') || null,
		edits: formatEdits(edits) || null
	};
}
