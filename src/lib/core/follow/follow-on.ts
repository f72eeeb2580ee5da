/** Which way leads from a followed number towards the picture: along the largest of its terms. */
import type { Followed } from './follow-term.ts';
import type { GraphSource } from './follow-run.ts';

/**
 * The factor to follow next: a value of a map, in the largest term that has one. Weights, and what a
 * batch norm makes of its weights alone, lead away from the picture.
 * @param isOnTheWay whether a source of the caller's own kinds leads to the picture
 * @returns null where none does
 */
export function towardsPicture<Source extends { readonly kind: string }>(
	{ terms }: Pick<Followed<Source>, 'terms'>,
	isOnTheWay: (source: Source) => boolean
): Source | null {
	const sorted = terms.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
	const sources = sorted.flatMap(({ factors }) => factors.map(({ source }) => source));
	return sources.find((source) => source !== null && isOnTheWay(source)) ?? null;
}

/** Of the places in a graph: values, and x − μ inside a batch norm. */
export function leadsToPicture(source: GraphSource): boolean {
	return source.kind === 'value' || (source.kind === 'part' && source.part === 'centred');
}
