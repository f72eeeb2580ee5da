/**
 * The names that a program makes at its top level, in order: what a cell shows when it has run, and
 * what a later snippet finds in its scope. By their shape on the line, not by a parser: lines that are
 * indented belong to something else, and a name too many is left out when it is asked for.
 */

/** `const a`, `const [a, b]`, `const { a, b: c }`, `function f`, at the beginning of a line. */
const declaration =
	/^(?:(?:const|let|var)\s+(?:([A-Za-z_$][\w$]*)|\[([^\]=]*)\]|\{([^}=]*)\})\s*=|(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)|class\s+([A-Za-z_$][\w$]*))/gm;

const isName = /^[A-Za-z_$][\w$]*$/;

export function declaredNames(code: string): string[] {
	const names = new Set<string>();
	for (const [, one, list, fields, called, made] of code.matchAll(declaration)) {
		const several = (list ?? fields ?? '').split(',').map((part) => part.split(':').at(-1)!);
		for (const name of [one, called, made, ...several].map((part) => part?.trim() ?? '')) {
			if (isName.test(name)) names.add(name);
		}
	}
	return [...names];
}
