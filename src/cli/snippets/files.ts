/** The snippets as files: `content/snippets/<name>/pytorch.py` and `tensorflow.js`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snippetChain } from './chain.ts';

const SNIPPET_FILES = { pytorch: 'pytorch.py', tensorflow: 'tensorflow.js' } as const;

type Language = keyof typeof SNIPPET_FILES;

/** Relative to the root of the project, where every program and test of it runs. */
const folder = join('content', 'snippets');

export function snippetNames(): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

export function snippetFile(name: string, language: Language): string {
	return join(folder, name, SNIPPET_FILES[language]);
}

export function readSnippet(name: string, language: Language): string {
	return readFileSync(snippetFile(name, language), 'utf8');
}

/** Names a snippet's code, and that of all it builds on, by 64 hexadecimal digits. */
export function hashOfChain(name: string, language: Language): string {
	const hash = createHash('sha256');
	for (const part of snippetChain(name)) hash.update(readSnippet(part, language));
	return hash.digest('hex');
}
