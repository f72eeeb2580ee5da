/** The import table, as ESLint keeps it with this project's own configuration. */
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { mayImport } from '../../src/cli/import-table.mjs';

const eslint = new ESLint();

/** What the rule says of a file with such content. */
async function complaints(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	const messages = result?.messages ?? [];
	expect(messages.filter((message) => message.fatal)).toEqual([]);
	return messages
		.filter((message) => message.ruleId === 'notebook/import-direction')
		.map((message) => message.message);
}

const refused: [file: string, code: string][] = [
	['src/lib/core/a.ts', `import '#lib/model/b.ts';`],
	['src/lib/core/a.ts', `import '../model/b.ts';`],
	['src/lib/core/a.ts', `import '../../lib/ui/../model/b.ts';`],
	['src/lib/core/a.ts', `export * from '#lib/ui/b.ts';`],
	['src/lib/core/a.ts', `export const b = await import('#lib/model/b.ts');`],
	['src/lib/core/a.ts', `export type B = import('#lib/model/b.ts').B;`],
	['src/lib/core/a.ts', `import { tick } from 'svelte';\ntick();`],
	['src/lib/core/a.ts', `import * as tf from '@tensorflow/tfjs-core';\ntf.ones([1]);`],
	['src/lib/core/a.ts', `import { scaleLinear } from 'd3';\nscaleLinear();`],
	['src/lib/core/a.ts', `import { base } from '$app/paths';\nString(base);`],
	['src/lib/figures/a/A.svelte', `<script lang="ts">\n\timport '#lib/model/b.ts';\n</script>`],
	['src/lib/figures/a/a.svelte.ts', `import '../../model/b.ts';`],
	['src/lib/figures/a/a.ts', `import '@tensorflow/tfjs';`],
	['src/lib/state/a.ts', `import '#lib/engine/worker.ts';`],
	['src/lib/state/a.ts', `new Worker(new URL('../engine/worker.ts', import.meta.url));`],
	['src/lib/strings/en/a.ts', `import '#lib/core/b.ts';`],
	['src/lib/server/a.ts', `import '#lib/figures/a/A.svelte';`],
	['src/lib/scene/a.ts', `import '../../../tests/support/fixtures.ts';`],
	['src/lib/elsewhere/a.ts', `import '#lib/core/b.ts';`],
	['src/routes/network/+page.svelte', `<script>\n\timport '#lib/model/b.ts';\n</script>`],
	['src/routes/+page.ts', `import '../lib/engine/client.ts';`],
	['src/cli/a.ts', `import '#lib/ui/Button.svelte';`]
];

const allowed: [file: string, code: string][] = [
	['src/lib/core/a.ts', `import './b.ts';`],
	['src/lib/core/a.test.ts', `import 'vitest';\nimport '#lib/model/b.ts';`],
	['src/lib/model/a.ts', `import '#lib/core/b.ts';\nimport '@tensorflow/tfjs-core';`],
	['src/lib/engine/client.ts', `new Worker(new URL('./worker.ts', import.meta.url));`],
	[
		'src/lib/state/a.svelte.ts',
		`import type { B } from '#lib/engine/protocol.ts';\nexport type C = B;`
	],
	['src/lib/state/a.ts', `import '../engine/client.ts';\nimport 'valibot';`],
	['src/lib/figures/a/A.svelte', `<script lang="ts">\n\timport '#lib/ui/Plate.svelte';\n</script>`],
	['src/lib/server/a.ts', `import '#lib/figures/registry.ts';`],
	['src/routes/+layout.svelte', `<script lang="ts">\n\timport '../styles/base.css';\n</script>`],
	['src/cli/a.ts', `import '#lib/model/b.ts';\nimport 'node:fs';`],
	['tests/unit/a.test.ts', `import '../../src/lib/model/b.ts';`]
];

describe('the import table', () => {
	test.each(refused)('%s may not hold %s', async (file, code) => {
		expect(await complaints(file, code)).toHaveLength(1);
	});

	test.each(allowed)('%s may hold %s', async (file, code) => {
		expect(await complaints(file, code)).toEqual([]);
	});

	test('says what may be imported instead', async () => {
		expect(await complaints('src/lib/scene/a.ts', `import '#lib/ui/b.ts';`)).toEqual([
			'scene may not import ui/b.ts: it may import core.'
		]);
	});

	test('has no circle', () => {
		const below = (folder: string, seen: string[]): void => {
			expect(seen).not.toContain(folder);
			for (const next of mayImport[folder] ?? [])
				below(next.split('/')[0] ?? '', [...seen, folder]);
		};
		for (const folder of Object.keys(mayImport)) below(folder, []);
	});
});
