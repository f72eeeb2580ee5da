/** Errors of the reader's code in plain words, by the messages that browsers and TensorFlow.js write. */
import type { ErrorEvent } from '#lib/kernel/client.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['cells']['errors'];
type Say = (words: Words, ...found: string[]) => string;

/** First what Chromium writes, then Firefox, then Safari. */
const KNOWN: readonly (readonly [RegExp, Say])[] = [
	[/^(\S+) is not defined$/, (words, name) => words.unknownName(name!)],
	[/^Can't find variable: (\S+)/, (words, name) => words.unknownName(name!)],
	[/^Cannot access '(\S+)' before initialization/, (words, name) => words.tooEarly(name!)],
	[/^can't access lexical declaration '(\S+)'/, (words, name) => words.tooEarly(name!)],
	[/^Cannot access uninitialized variable/, (words) => words.tooEarly(null)],
	[/^(\S+) is not a function/, (words, name) => words.noFunction(name!)],
	[
		/^Assignment to constant|^invalid assignment to const|^Attempted to assign to readonly/,
		(words) => words.constant
	],
	[
		/^Cannot (?:read|set) properties of (?:undefined|null) \((?:read|sett)ing '(.+)'\)/,
		(words, name) => words.noValue(name!)
	],
	[/^can't access property "(.+?)", /, (words, name) => words.noValue(name!)],
	[
		/^(?:undefined|null) is not an object \(evaluating '.*\.([\w$]+)(?: =.*)?'\)/,
		(words, name) => words.noValue(name!)
	],
	[/call stack|too much recursion/, (words) => words.recursion],
	[/^Invalid (?:typed )?array length|allocation failed|out of memory/i, (words) => words.tooLarge],
	[/await is only valid/, (words) => words.awaiting],
	[/^Identifier '(.+)' has already been declared/, (words, name) => words.twice(name!)],
	[/^redeclaration of \w+ (\S+)/, (words, name) => words.twice(name!)],
	[/^Can(?:not|'t) (?:declare|create) .*: '(.+)'/, (words, name) => words.twice(name!)],
	[/^Illegal return|^return not in function|^Return statements are only/, (words) => words.returns],
	[/import (?:statement|declaration|call)|dynamically imported/i, (words) => words.imports],
	[/^Missing initializer|^missing = in const/, (words) => words.initial],
	[
		/^Invalid or unexpected token|^illegal character|^Invalid character/,
		(words) => words.character
	],
	[/^Tensor is disposed/, (words) => words.disposed],
	[
		/broadcast together with shapes ([\d,]+) and ([\d,]+)/,
		(words, one, two) => words.shapes(spaced(one!), spaced(two!))
	],
	[
		/^Size\((\d+)\) must match the product of shape ([\d,]+)/,
		(words, size, shape) => words.reshape(size!, spaced(shape!))
	],
	[
		/^Error in concat.*Shape of tensors\[\d+\] \(([\d,]+)\).* rest \(([\d,]+)\).* axis (\d+)/,
		(words, one, others, axis) => words.joined(spaced(others!), spaced(one!), axis!)
	],
	[
		/^Error in matMul: inner shapes \((\d+)\) and \((\d+)\)/,
		(words, columns, rows) => words.product(columns!, rows!)
	],
	[
		/depth of input \((\d+)\) must match input depth for filter (\d+)/,
		(words, maps, kernel) => words.depth(maps!, kernel!)
	]
];

const spaced = (shape: string): string => shape.split(',').join(', ');

/** A sentence about what went wrong, or null where the error's own message is the best there is. */
export function plainError({ name, message }: ErrorEvent, words: Words): string | null {
	for (const [pattern, say] of KNOWN) {
		const found = pattern.exec(message);
		if (found) return say(words, ...found.slice(1));
	}
	return name === 'SyntaxError' ? words.syntax : null;
}
