/** The list of a build's files, which `src/cli/offline-list.mjs` writes into the build as `offline.json`. */
import * as v from 'valibot';

const siteFile = v.object({
	/** Below the site's root, as in `addresses.ts`. */
	address: v.pipe(v.string(), v.maxLength(300)),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** In hexadecimal. */
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});

const siteList = v.object({
	version: v.pipe(v.string(), v.maxLength(100)),
	files: v.pipe(v.array(siteFile), v.minLength(1), v.maxLength(5000))
});

export type SiteFile = Readonly<v.InferOutput<typeof siteFile>>;
export type SiteList = v.InferOutput<typeof siteList>;

/** @returns null for what is no such list */
export function parseSiteList(text: string): SiteList | null {
	try {
		const { success, output } = v.safeParse(siteList, JSON.parse(text));
		return success ? output : null;
	} catch {
		return null;
	}
}
