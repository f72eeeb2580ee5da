/** Where the published numbers of the dossier are from. */
import * as v from 'valibot';
import dossier from './dossier.json';

interface Source {
	readonly what: string;
	/** An address or a place in words; empty for what was computed. */
	readonly where: string;
	readonly kind: string;
}

const sourceSchema = v.record(
	v.string(),
	v.object({ what: v.string(), where: v.string(), kind: v.string() })
);

export const sources: Readonly<Record<string, Source>> = v.parse(sourceSchema, dossier.sources);
