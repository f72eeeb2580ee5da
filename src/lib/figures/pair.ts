/**
 * A figure's schema, examples and component as one entry of the registry. A pair whose props differ does
 * not compile.
 */
import type { Component } from 'svelte';
import type * as v from 'valibot';

export type Schema = v.GenericSchema<unknown, Record<string, unknown>>;

/** What a figure tells the page: its props named `on…`, which only a page can give. */
type Handler = (...values: unknown[]) => void;

/** The same values, which nobody may change. */
type Still<T> = T extends string | number | boolean | null | undefined | ArrayBufferView
	? T
	: { readonly [Key in keyof T]: Still<T[Key]> };

interface Pair<Data extends Record<string, unknown>, Event extends string> {
	readonly schema: v.GenericSchema<unknown, Data>;
	/** By a name for readers. */
	readonly examples: () => Promise<{ examples: Readonly<Record<string, Still<NoInfer<Data>>>> }>;
	readonly load: () => Promise<{
		default: Component<NoInfer<Data> & Record<NoInfer<Event>, Handler>>;
	}>;
	/** Figures of a lesson have none: they live by themselves. */
	readonly events?: readonly Event[];
}

/** A figure of which only the pairing is known. */
export interface Figure {
	readonly schema: Schema;
	readonly examples: () => Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
	readonly load: () => Promise<Component<Record<string, unknown>>>;
	/** Names of the props that are functions of the page. A figure with any is no figure for lessons. */
	readonly events: readonly string[];
}

/**
 * Ties a figure's schema to its component, and forgets the exact type of its props: callers hand it
 * only props that the schema has accepted.
 */
export function figure<Data extends Record<string, unknown>, Event extends string = never>({
	schema,
	examples,
	load,
	events = []
}: Pair<Data, Event>): Figure {
	return {
		schema,
		examples: async () => (await examples()).examples as Awaited<ReturnType<Figure['examples']>>,
		load: async () => (await load()).default as unknown as Component<Record<string, unknown>>,
		events
	};
}
