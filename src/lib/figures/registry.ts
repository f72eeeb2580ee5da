/**
 * Every figure that a lesson or the gallery can name: its schema, its examples, and its component,
 * fetched when it is needed. A pair whose props differ does not compile.
 */
import type { Component } from 'svelte';
import type * as v from 'valibot';
import { examples as layerFactsExamples } from './layer-facts/examples.ts';
import { schema as layerFacts } from './layer-facts/props.ts';
import { examples as batchNormLineExamples } from './batch-norm-line/examples.ts';
import { schema as batchNormLine } from './batch-norm-line/props.ts';

type Schema = v.GenericSchema<unknown, Record<string, unknown>>;

interface Entry<S extends Schema> {
	readonly schema: S;
	/** By a name for readers. */
	readonly examples: Readonly<Record<string, v.InferOutput<S>>>;
	readonly load: () => Promise<{ default: Component<v.InferOutput<S>> }>;
}

/** A figure of which only the pairing is known. */
export interface Figure {
	readonly schema: Schema;
	readonly examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly load: () => Promise<Component<Record<string, unknown>>>;
}

/**
 * Ties a figure's schema to its component, and forgets the exact type of its props: callers hand it
 * only props that the schema has accepted.
 */
function figure<S extends Schema>({ schema, examples, load }: Entry<S>): Figure {
	return {
		schema,
		examples,
		load: async () => (await load()).default as Component<Record<string, unknown>>
	};
}

export const figures: Readonly<Record<string, Figure>> = {
	'batch-norm-line': figure({
		schema: batchNormLine,
		examples: batchNormLineExamples,
		load: () => import('./batch-norm-line/BatchNormLine.svelte')
	}),
	'layer-facts': figure({
		schema: layerFacts,
		examples: layerFactsExamples,
		load: () => import('./layer-facts/LayerFacts.svelte')
	})
};

/** The figure of that name, or undefined. */
export function findFigure(name: string): Figure | undefined {
	return Object.hasOwn(figures, name) ? figures[name] : undefined;
}
