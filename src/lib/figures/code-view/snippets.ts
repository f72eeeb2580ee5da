/**
 * The snippets of `content/snippets/`, as the pages show them: in lines, each of which may stand for a
 * part of a figure. `npm run check:pytorch` and `tests/unit/snippets.test.ts` have run them all.
 */
import { splitTokens, type Language, type Token } from '#lib/editor/split-tokens.ts';

export type { Language };
export const LANGUAGES = ['pytorch', 'tensorflow'] as const satisfies readonly Language[];

export interface CodeLine {
	/** From 1. */
	readonly number: number;
	readonly text: string;
	readonly tokens: readonly Token[];
	/** The part of a figure that the line makes (`scaledKernel`), or null. */
	readonly part: string | null;
}

const files = import.meta.glob<string>('/content/snippets/*/{pytorch.py,tensorflow.js}', {
	query: '?raw',
	import: 'default',
	eager: true
});
const fileNames: Readonly<Record<Language, string>> = {
	pytorch: 'pytorch.py',
	tensorflow: 'tensorflow.js'
};

/** A comment at a line's end that names a part: `# part: scale`, `// part: scale`. */
const partMark = /\s*(?:#|\/\/) part: ([A-Za-z]+)$/;

/** The snippet that makes the names all others use. */
export const PROLOGUE = 'prologue';

export const snippetNames: readonly string[] = Object.keys(files)
	.filter((path) => path.endsWith(fileNames.pytorch))
	.map((path) => path.split('/').at(-2)!)
	.sort();

/**
 * The lines of a snippet.
 * @throws Error when there is none of that name
 */
export function snippetLines(name: string, language: Language): CodeLine[] {
	const source = files[`/content/snippets/${name}/${fileNames[language]}`];
	if (source === undefined) {
		throw new Error(
			`Snippet: expected one of ${snippetNames.join(', ')}, found ${JSON.stringify(name)}.`
		);
	}
	return toLines(source, language);
}

/** Lines without their marks, tabs as two spaces. */
export function toLines(source: string, language: Language): CodeLine[] {
	return source
		.trimEnd()
		.split('\n')
		.map((line, index) => {
			const text = line.replace(partMark, '').replaceAll('\t', '  ');
			const part = partMark.exec(line)?.[1] ?? null;
			return { number: index + 1, text, tokens: splitTokens(text, language), part };
		});
}
