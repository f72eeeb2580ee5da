import { expect, test } from 'vitest';
import { syntaxErrorLine } from './syntax-line.ts';

test.each([
	['const a = 1;\nconst b = a +', 2],
	['const a = 1;\n\nconst b = (1;', 3],
	["const a = 'x;\nprint(a);", 1],
	['function f() {\n  return 1;\n}}\nf();', 3],
	['print(1);\nreturn 5;', 2],
	['const f = () => {\n  return 1;\n};\nconst d = await f();', 4],
	["print(1);\nimport x from 'y';", 2],
	['print(1);\nprint(“two”);', 2],
	['const a = 1;\nconst b = 2;\nconst a = 3;', 3],
	['// a “quote” of a comment\nconst f = () => {\n  return 1;\n};\nasync () => await f();', null],
	['', null]
])('%j is wrong at line %j', (code, line) => expect(syntaxErrorLine(code)).toBe(line));
