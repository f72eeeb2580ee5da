/** Pictures may only use arithmetic that every engine rounds alike: a lint over the folder's sources. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = import.meta.dirname;
const ALLOWED = ['sqrt', 'floor', 'ceil', 'round', 'abs', 'min', 'max', 'fround', 'imul', 'sign'];

/** What could give other bits elsewhere: other functions of Math, powers, clocks, tables of a locale. */
const FORBIDDEN = /\*\*|\bMath\s*\[|\bMath\b(?!\.)|\bDate\b|\bperformance\b|\bIntl\b|toLocale/g;

function forbiddenIn(source: string): string[] {
	const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
	const calls = [...code.matchAll(/\bMath\.(\w+)/g)]
		.filter(([, name]) => !ALLOWED.includes(name!))
		.map(([call]) => call);
	return [...calls, ...(code.match(FORBIDDEN) ?? [])];
}

const sources = (readdirSync(FOLDER, { recursive: true }) as string[]).filter(
	(file) => file.endsWith('.ts') && !file.endsWith('.test.ts')
);

describe('arithmetic', () => {
	it.each(sources)('%s keeps to what every engine rounds alike', (file) => {
		expect(forbiddenIn(readFileSync(path.join(FOLDER, file), 'utf8'))).toEqual([]);
	});

	it('takes numbers from outside the folder only where they are whole', () => {
		const outside = sources
			.flatMap((file) => [
				...readFileSync(path.join(FOLDER, file), 'utf8').matchAll(/^import (?!type).*'(#lib.*)'/gm)
			])
			.map(([line]) => line);
		expect(outside).toEqual(["import { mulberry32 } from '#lib/core/network/random-weights.ts'"]);
	});

	it.each(['Math.sin(1)', 'x ** 2', "Math['exp'](1)", 'const { pow } = Math', 'Date.now()'])(
		'would find %s',
		(code) => {
			expect(forbiddenIn(code)).not.toEqual([]);
		}
	);

	it.each(['Math.sqrt(2) // not Math.sin', '/** x ** 2 */ Math.imul(3, 4)'])(
		'lets %s pass',
		(code) => {
			expect(forbiddenIn(code)).toEqual([]);
		}
	);
});
