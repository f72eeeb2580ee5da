/**
 * Where code is no program: browsers say what is wrong with it, and not at which line. Found by
 * CodeMirror's parser of JavaScript, and by what it lets pass.
 */
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { declaredNames } from '#lib/kernel/client.ts';

/** What may stand only inside a function, or not at all in a cell. */
const MISPLACED = new Set([
	'ReturnStatement',
	'AwaitExpression',
	'ImportDeclaration',
	'ExportDeclaration'
]);

const isFunction = (name: string): boolean => /Function|MethodDeclaration/.test(name);

/** Quotes of word processors, and marks that nobody sees: the parser takes them for parts of names. */
const strange = /[\u2000-\u206f\u00ab\u00bb]/;

/** The line, from 1, of the first thing that is no JavaScript; null: there is none. */
export function syntaxErrorLine(code: string): number | null {
	const at = firstFault(code) ?? secondDeclaration(code);
	return at === null ? null : code.slice(0, at).split('\n').length;
}

function firstFault(code: string): number | null {
	let at: number | null = null;
	let functions = 0;
	javascriptLanguage.parser.parse(code).iterate({
		enter: ({ type, name, from, to }) => {
			if (isFunction(name)) functions += 1;
			const misplaced = functions === 0 && MISPLACED.has(name);
			const unreadable = /^Variable/.test(name) && strange.test(code.slice(from, to));
			if (at !== null || !(type.isError || misplaced || unreadable)) return;
			// What is missing is missing behind the last thing that is there.
			at = from === to ? code.slice(0, from).trimEnd().length : from;
		},
		leave: ({ name }) => {
			if (isFunction(name)) functions -= 1;
		}
	});
	return at;
}

/** Where a line makes a name that a line before it has made. */
function secondDeclaration(code: string): number | null {
	const made = new Set<string>();
	let at = 0;
	for (const line of code.split('\n')) {
		const names = declaredNames(line);
		if (names.some((name) => made.has(name))) return at;
		for (const name of names) made.add(name);
		at += line.length + 1;
	}
	return null;
}
