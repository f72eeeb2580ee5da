/**
 * No published number is typed by hand: what the paper and others measured stands in `src/lib/paper`, and
 * texts name it by its path. A text that holds such a number bare turns this red.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facts } from '#lib/paper/facts.ts';
import type { Published } from '#lib/paper/walk-dossier.ts';

const root = new URL('../../', import.meta.url);

/** Texts that readers see. */
const files = ['content', 'src/lib/strings/en', 'src/routes'].flatMap((folder) =>
	readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((name) => /\.(?:md|yaml|svelte|ts)$/.test(name) && !/\.test\.ts$/.test(name))
);

/** Three significant digits at least, so that a width of 0.5 or a batch of 256 is no sign of anything. */
const isDistinctive = (value: number): boolean =>
	Number.isInteger(value)
		? Math.abs(value) >= 1000
		: value.toExponential().split('e')[0]!.replace(/\D/g, '').length >= 3;

/** What this site counts itself, from the layer tables too, is no quotation. */
const isCounted = ({ path, confidence }: Published): boolean =>
	confidence === 'CALC' || path.startsWith('architecture/');

const distinctive = new Map(
	[...facts.values()]
		.filter((fact) => !isCounted(fact) && isDistinctive(fact.value))
		.map(({ value, path }) => [value, path])
);

/** Numbers that this site computes and that happen to be somebody's result as well. */
const coincidences: Readonly<Record<string, readonly number[]>> = {
	// The example of the saving with a 3×3 primary convolution, 16 channels and s = 4: 144/40.5.
	'content/lessons/01-the-same-feature-twice/index.md': [3.56],
	// What a reader counts, 4,073,604 parameters, in millions.
	'content/lessons/09-repghostnet/index.md': [4.07]
};

function bareNumbers(text: string): number[] {
	const read = text.replace(/\[[^\]]*\]\(paper:[^)]*\)|<style>.*<\/style>/gs, '');
	const numbers = read.match(/(?<![\w.#/-])\d[\d,]*(?:\.\d+)?(?![\w.]*[\w])/g) ?? [];
	return numbers.map((number) => Number(number.replaceAll(',', '')));
}

test('there are published numbers to look for', () => {
	expect(distinctive.size).toBeGreaterThan(100);
	expect(distinctive.has(31.9)).toBe(true);
	expect(bareNumbers('31.9 ms against [25.1](paper:a/b/c) and 1,234.5')).toEqual([31.9, 1234.5]);
});

test.each(files)('%s', (file) => {
	const found = bareNumbers(readFileSync(new URL(file, root), 'utf8'))
		.filter((number) => distinctive.has(number) && !coincidences[file]?.includes(number))
		.map((number) => `${number} (as in ${distinctive.get(number)})`);
	expect(found).toEqual([]);
});
