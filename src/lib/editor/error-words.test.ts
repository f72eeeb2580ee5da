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
	['SyntaxError', "Identifier 'a' has already been declared", cells.errors.twice('a')],
	['SyntaxError', 'redeclaration of const a', cells.errors.twice('a')],
	['SyntaxError', "Cannot declare a const variable twice: 'a'.", cells.errors.twice('a')],
	['SyntaxError', 'Illegal return statement', cells.errors.returns],
	['SyntaxError', 'Cannot use import statement outside a module', cells.errors.imports],
	['SyntaxError', 'Missing initializer in const declaration', cells.errors.initial],
	['SyntaxError', 'Invalid or unexpected token', cells.errors.character],
	['SyntaxError', 'illegal character U+201C', cells.errors.character],
	['TypeError', "Cannot set properties of null (setting 'b')", cells.errors.noValue('b')],
	['TypeError', 'can\'t access property "b", a is undefined', cells.errors.noValue('b')],
	['TypeError', "undefined is not an object (evaluating 'a.b')", cells.errors.noValue('b')],
	['RangeError', 'Invalid typed array length: 10000000000', cells.errors.tooLarge],
	['Error', 'Tensor is disposed.', cells.errors.disposed],
	['Error', 'Size(6) must match the product of shape 2,4', cells.errors.reshape('6', '2, 4')],
	[
		'Error',
		'Error in concat2D: Shape of tensors[1] (3,4) does not match the shape of the rest (2,3) along the non-concatenated axis 0.',
		cells.errors.joined('2, 3', '3, 4', '0')
	],
	[
		'Error',
		'Error in matMul: inner shapes (3) and (2) of Tensors with shapes 2,3 and 2,3 and transposeA=false and transposeB=false must match.',
		cells.errors.product('3', '2')
	],
	[
		'Error',
		'Operands could not be broadcast together with shapes 2,3 and 4,4.',
		cells.errors.shapes('2, 3', '4, 4')
	],
	['Error', 'Something else.', null]
])('%s: %s', (name, message, words) => {
	expect(say(name, message)).toBe(words);
});
