import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutations } from '../../src/cli/mutation-list.mjs';

// That each turns a test red takes a long run to see; whether it can be made at all is seen here.
test.each(mutations)('$file: $what', ({ file, from, to, tests }) => {
	expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
	expect(to).not.toBe(from);
	for (const path of tests) expect(existsSync(path), path).toBe(true);
});
