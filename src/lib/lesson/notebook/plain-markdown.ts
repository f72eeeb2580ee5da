/**
 * A lesson's Markdown as other programs read it: links of this site turned into plain text or plain
 * links, formulas in TeX that MathJax and KaTeX know without this site's commands.
 */
import { mapFormulas } from '#lib/lesson/source/formula-syntax.ts';
import { plainTex } from '#lib/lesson/source/set-formula.ts';

/** Where links lead when they leave the site; null where nothing is known. */
interface LinkAddresses {
	/** Of a reference, by its key. */
	readonly reference: (key: string) => string | null;
	/** Of a lesson, by its slug. */
	readonly lesson: (slug: string) => string | null;
}

/** The text may hold brackets in pairs; `prose-links.ts` has checked what the address holds. */
const LINK =
	/\[((?:[^[\]]|\[[^[\]]*\])*)\]\((glossary|cite|op|figure|lesson|page|paper):([^()\s]*)\)/g;

/** The same text in plain Markdown. */
export function plainMarkdown(markdown: string, addresses: LinkAddresses): string {
	return mapFormulas(markdown, plainTex).replace(
		LINK,
		(_, text: string, scheme: string, target: string) => {
			const address = addressOf(scheme, target, addresses);
			return address === null ? text : `[${text}](${address})`;
		}
	);
}

function addressOf(scheme: string, target: string, addresses: LinkAddresses): string | null {
	if (scheme === 'cite') return addresses.reference(target);
	if (scheme !== 'lesson') return null;
	const [slug = '', cell] = target.split('#');
	const address = addresses.lesson(slug);
	return address === null || cell === undefined ? address : `${address}#${cell}`;
}
