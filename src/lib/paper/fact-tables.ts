/** All published numbers, table by table, for a reader who wants to look one up. */
import { csvFormat, groups } from 'd3';
import { facts } from './facts.ts';
import type { Published } from './walk-dossier.ts';
import { sourcePlace } from './source-place.ts';

interface FactTable {
	/** `repghostnet-imagenet`. */
	readonly name: string;
	readonly facts: readonly Published[];
}

/** In the dossier's order; networks layer by layer, and what is counted from them, stand elsewhere. */
export const factTables: readonly FactTable[] = groups(
	facts.values(),
	({ path }) => path.split('/')[0]!
)
	.filter(([name]) => name !== 'architecture' && name !== 'derived')
	.map(([name, list]) => ({ name, facts: list }));

/** Every number with its path, confidence and sources, for other programs. */
export function factsCsv(): string {
	const rows = [...facts.values()].map(
		({ path, row, column, value, confidence, tolerance, sources }) => ({
			...{ path, row, column, value, confidence, tolerance: tolerance ?? '' },
			sources: sources.map((key) => sourcePlace(key).text || key).join('; ')
		})
	);
	return `${csvFormat(rows)}\n`;
}
