/**
 * Catalogues made from another one by machine, to find what breaks in translation: text twice as
 * long with accents, text that runs from right to left, text that holds markup. Values put into a
 * string pass through unchanged.
 */

export type PseudoKind = 'double' | 'rtl' | 'markup';

const accents: Readonly<Record<string, string>> = {
	a: 'á',
	c: 'ç',
	e: 'ë',
	i: 'î',
	n: 'ñ',
	o: 'ö',
	u: 'ü',
	y: 'ý',
	A: 'Å',
	C: 'Ç',
	E: 'É',
	I: 'Í',
	N: 'Ñ',
	O: 'Ø',
	U: 'Û',
	Y: 'Ý'
};

const rightToLeftOverride = '\u202e';
const popDirection = '\u202c';

/** Functions and nested sections come back as such; everything else is a string to change. */
type Section = { readonly [key: string]: unknown };

/**
 * The same catalogue in a made-up language.
 * @param catalogue strings, functions from values to a string, or sections of these
 * @throws TypeError when an entry is none of the three
 */
export function pseudoLocale<T extends Section>(catalogue: T, kind: PseudoKind): T {
	return changeSection(catalogue, kind, '') as T;
}

function changeSection(section: Section, kind: PseudoKind, path: string): Section {
	return Object.fromEntries(
		Object.entries(section).map(([key, entry]) => [key, changeEntry(entry, kind, `${path}${key}`)])
	);
}

function changeEntry(entry: unknown, kind: PseudoKind, path: string): unknown {
	if (typeof entry === 'string') return change(entry, [], kind);
	if (typeof entry === 'function') {
		return (...values: unknown[]) => change(String(entry(...values)), values.map(String), kind);
	}
	if (typeof entry === 'object' && entry !== null) {
		return changeSection({ ...entry }, kind, `${path}.`);
	}
	throw new TypeError(`${path}: expected a string, a function or a section, found ${typeof entry}`);
}

function change(text: string, values: string[], kind: PseudoKind): string {
	switch (kind) {
		case 'double': {
			const accented = outside(text, values, accent);
			const filler = outside(text, values, (part) => part.replace(/\S/g, '~'), '');
			return `${accented} ${filler}`;
		}
		case 'rtl':
			return rightToLeftOverride + text + popDirection;
		case 'markup':
			return `<b data-x="1">${text}</b>&amp;{@html x}`;
	}
}

/** Changes the parts of `text` between the values; each value stays, or becomes `instead`. */
function outside(
	text: string,
	values: string[],
	edit: (part: string) => string,
	instead?: string
): string {
	const [value, ...rest] = values;
	if (value === undefined) return edit(text);
	if (value === '') return outside(text, rest, edit, instead);
	return text
		.split(value)
		.map((part) => outside(part, rest, edit, instead))
		.join(instead ?? value);
}

function accent(part: string): string {
	return part.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter);
}
