import { expect, test } from 'vitest';
import { declaredNames } from './declared-names.ts';

test.each([
	['const w1 = dw.kernel;\nlet s = 1;\nvar t = 2', ['w1', 's', 't']],
	['const [w1, b1] = fuse(dw.kernel, bn1); // part', ['w1', 'b1']],
	['const { gamma, beta: b } = bn1;', ['gamma', 'b']],
	['function fuse(a, b) {\n\tconst inner = 1;\n}\nconst after = 2;', ['fuse', 'after']],
	['class Fold {}\nasync function later() {}', ['Fold', 'later']],
	['constant = 1;\nif (a === b) c = 2;', []],
	['const a = 1;\nconst a = 2;', ['a']]
])('the names of %j', (code, names) => {
	expect(declaredNames(code)).toEqual(names);
});
