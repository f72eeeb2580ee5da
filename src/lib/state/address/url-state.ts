/**
 * What an address may say about a page: one schema for every page, so that a link made on one
 * computer opens the same view on another. An address is outside input: only the keys below are
 * read, each value is checked, and what does not fit gives way to the default.
 */
import * as v from 'valibot';

/** Longest query that is looked at; ours stay far below. */
const longestQuery = 8192;

const schemas = {
	/** Null where the address leaves the choice to the reader's settings. */
	theme: v.picklist(['light', 'dark']),
	profile: v.picklist(['projector']),
	/** Presenter mode. */
	present: v.pipe(
		v.picklist(['', 'true']),
		v.transform(() => true)
	),
	/** Which example of an embedded figure, counted from 1. */
	example: v.pipe(v.string(), v.regex(/^[1-9]\d?$/)),
	/** Name of a model, as the model list gives it. */
	model: v.pipe(v.string(), v.regex(/^[a-z0-9._-]{1,64}$/)),
	form: v.picklist(['training-time', 'folded']),
	/** The second run of a comparison: name of its model or `same`, its form, its sample picture. */
	compare: v.pipe(v.string(), v.regex(/^[a-z0-9._-]{1,64}$/)),
	compareForm: v.picklist(['training-time', 'folded']),
	comparePicture: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
	/** Slug of a sample picture. */
	picture: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
	/** Dials of the picture that were turned, as `scenes.ts` writes them. */
	scene: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_.*-]{1,600}$/)),
	/** Name of a layer: the prefix of its entries in the state dict. */
	layer: v.pipe(v.string(), v.regex(/^[a-z0-9._]{1,80}$/)),
	/** The number that is followed: map, row and column, counted from 1. */
	value: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}(?:-[1-9]\d{0,3}){2}$/)),
	/** The stop of the guided tour: a cell of its lesson. */
	tour: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,48}$/)),
	backend: v.picklist(['wasm', 'webgl', 'webgpu', 'cpu']),
	/** How far the reader has gone into the network: to the stage or the block of the layer. */
	zoom: v.picklist(['stage', 'block']),
	/** Colour scale of feature maps: one for all, or one for each. */
	scale: v.picklist(['shared', 'own']),
	/** Which maps of the layer are shown, in which order, and the one that was chosen, counted from 1. */
	show: v.picklist(['alive', 'silent']),
	order: v.picklist(['energy']),
	map: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)),
	/** A step of the fold stepper, counted from 1. */
	step: v.pipe(v.string(), v.regex(/^(?:[1-9]|1[01])$/)),
	/** The module that is folded: `toy`, or its prefix in the network's state dict. */
	module: v.pipe(v.string(), v.regex(/^[a-z0-9._]{1,80}$/)),
	/** Counted from 1. */
	channel: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/)),
	/** The followed tap of a kernel, counted from 1, row by row. */
	tap: v.pipe(v.string(), v.regex(/^[1-9]$/)),
	/** Mistakes made on purpose, as `fold-choices.ts` writes them. */
	break: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}(\.[a-z-]{1,30}){0,4}$/)),
	/** Changed numbers of the module, as `fold-choices.ts` writes them. */
	edits: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_.*-]{1,700}$/)),
	/** What the lab times, and in which respect Ghost and RepGhost are equal. */
	what: v.picklist(['join', 'module', 'bottleneck', 'network']),
	fair: v.picklist(['role', 'macs', 'width']),
	/** Channels and rows of maps that are joined: `16x112`. */
	shape: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}x[1-9]\d{0,2}$/)),
	/** A bottleneck of the networks, counted from 1. */
	place: v.pipe(v.string(), v.regex(/^(?:[1-9]|1[0-6])$/)),
	/** Width multipliers of RepGhostNet and GhostNet, and rows of their picture: `0.5-1-224`. */
	networks: v.pipe(v.string(), v.regex(/^[0-9.]{1,4}-[0-9.]{1,4}-\d{2,3}$/)),
	/** How many rounds the lab takes. */
	rounds: v.picklist(['40', '80', '160']),
	/** Backends that are timed one after another. */
	backends: v.pipe(
		v.string(),
		v.regex(/^(?:wasm|webgl|webgpu|cpu)(?:\.(?:wasm|webgl|webgpu|cpu)){0,3}$/)
	),
	/** A block of a whole network: 1 to 16, or its stem, last convolution or head. */
	block: v.pipe(v.string(), v.regex(/^(?:[1-9]|1[0-6]|stem|last|head)$/)),
	/** Width multipliers from 0.1 to 3, of RepGhostNet and of the GhostNet beside it: `0.58-0.5`. */
	widths: v.pipe(
		v.string(),
		v.regex(/^(?:0\.[1-9]\d?|[12](?:\.\d{1,2})?|3)(?:-(?:0\.[1-9]\d?|[12](?:\.\d{1,2})?|3))?$/)
	),
	/** The form in which networks are counted. */
	counted: v.picklist(['training-time', 'deploy', 'folded']),
	/** What runs across in the chart of published results, and how they are shown. */
	chart: v.picklist(['latency', 'macs', 'parameters', 'iphone', 'ghostnet']),
	as: v.picklist(['table']),
	/** Families that are taken out of it, and networks that are compared, or `none`. */
	hidden: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,14}(?:_[A-Za-z0-9-]{1,14}){0,11}$/)),
	pinned: v.pipe(v.string(), v.regex(/^[a-z0-9./-]{1,60}(?:_[a-z0-9./-]{1,60}){0,3}$/)),
	/** The part on view: least and most across, least and most upwards. */
	part: v.pipe(v.string(), v.regex(/^\d[\d.]{0,11}(?:_\d[\d.]{0,11}){3}$/))
} as const;

type Key = keyof typeof schemas;
type Parsed = { [K in Key]: v.InferOutput<(typeof schemas)[K]> };

const keys = Object.keys(schemas) as Key[];

/** What these mean where the address says nothing. */
const defaults = { present: false, form: 'training-time', scale: 'shared' } as const;
type Settled = keyof typeof defaults;

/** Null: the address says nothing, and the page or the settings choose. */
export type UrlState = Pick<Parsed, Settled> & {
	[K in Exclude<Key, Settled>]: Parsed[K] | null;
};

/** What an empty address means. */
export const defaultUrlState: Readonly<UrlState> = Object.freeze({
	...(Object.fromEntries(keys.map((key) => [key, null])) as Record<Exclude<Key, Settled>, null>),
	...defaults
});

/**
 * Reads the query of an address. Never throws.
 * @param search the query, with or without its `?`
 * @returns a fresh state, and the names of known parameters that were left out because their value
 *   does not fit or is given more than once; parameters of others (`utm_source`) are passed over
 */
export function readUrlState(search: string): { state: UrlState; ignored: string[] } {
	if (search.length > longestQuery) return { state: { ...defaultUrlState }, ignored: ['?'] };
	const query = new URLSearchParams(search);
	const state: UrlState = { ...defaultUrlState };
	const ignored: string[] = [];
	for (const key of keys) {
		const given = query.getAll(key);
		if (given.length === 0) continue;
		const result = v.safeParse(schemas[key], given[0]);
		if (given.length === 1 && result.success) Object.assign(state, { [key]: result.output });
		else ignored.push(key);
	}
	return { state, ignored };
}

/**
 * The query that gives this state back; defaults are left out.
 * @returns '' or a query with its `?`, always below 2,000 characters
 */
export function writeUrlState(state: UrlState): string {
	const query = new URLSearchParams();
	for (const key of keys) {
		const value = state[key];
		if (value === null || value === defaultUrlState[key]) continue;
		query.set(key, String(value));
	}
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
}
