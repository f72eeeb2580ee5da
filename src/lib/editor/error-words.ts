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
	[/^(\S+) is not a function/, (words, name) => words.noFunction(name!)],
	[/^Assignment to constant|^invalid assignment to const/, (words) => words.constant],
	[
		/^Cannot read properties of (?:undefined|null) \(reading '(.+)'\)/,
		(words, name) => words.noValue(name!)
	],
	[/call stack|too much recursion/, (words) => words.recursion],
	[/^Invalid array length|allocation failed|out of memory/i, (words) => words.tooLarge],
	[/await is only valid/, (words) => words.awaiting],
	[
		/broadcast together with shapes ([\d,]+) and ([\d,]+)/,
		(words, one, two) => words.shapes(spaced(one!), spaced(two!))
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
