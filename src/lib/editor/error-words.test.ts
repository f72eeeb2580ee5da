import { expect, test } from 'vitest';
import { cells } from '#lib/strings/en/cells.ts';
import { plainError } from './error-words.ts';

const say = (name: string, message: string) =>
	plainError({ kind: 'error', name, message, line: null }, cells.errors);

test.each([
	['ReferenceError', 'fold is not defined', cells.errors.unknownName('fold')],
	['ReferenceError', "Can't find variable: fold", cells.errors.unknownName('fold')],
	['ReferenceError', "Cannot access 'a' before initialization", cells.errors.tooEarly('a')],
	['TypeError', 'w.scale is not a function', cells.errors.noFunction('w.scale')],
	['TypeError', "Cannot read properties of undefined (reading 'mul')", cells.errors.noValue('mul')],
	['TypeError', 'Assignment to constant variable.', cells.errors.constant],
	['RangeError', 'Maximum call stack size exceeded', cells.errors.recursion],
	['InternalError', 'too much recursion', cells.errors.recursion],
	['SyntaxError', "Unexpected token ';'", cells.errors.syntax],
	['SyntaxError', 'await is only valid in async functions', cells.errors.awaiting],
	[
		'Error',
		'Operands could not be broadcast together with shapes 2,3 and 4,4.',
		cells.errors.shapes('2, 3', '4, 4')
	],
	['Error', 'Something else.', null]
])('%s: %s', (name, message, words) => {
	expect(say(name, message)).toBe(words);
});
