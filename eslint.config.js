import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importDirection } from './src/cli/import-direction.mjs';
import svelteConfig from './svelte.config.js';

/** House rules beside the recommended ones; CONTRIBUTING.md says them in words. */
const houseRules = {
	eqeqeq: 'error',
	'no-console': ['error', { allow: ['warn', 'error'] }],
	'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
	'@typescript-eslint/no-explicit-any': 'error',
	'@typescript-eslint/consistent-type-imports': 'error',
	// Signatures of file formats hold control characters.
	'no-control-regex': 'off',
	// A plain Map is right for what nothing on the page follows.
	'svelte/prefer-svelte-reactivity': 'off',
	// The build already refuses a link that leaves the base path.
	'svelte/no-navigation-without-resolve': 'off',
	'no-restricted-syntax': [
		'error',
		{ selector: 'TSEnumDeclaration', message: 'Use a union of strings, not an enum.' }
	]
};

export default [
	{ ignores: ['.svelte-kit/', 'build/', 'coverage/', 'node_modules/', 'test-results/'] },
	// AssemblyScript: its own compiler checks it.
	{ ignores: ['src/kernels/'] },
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	{ rules: houseRules },
	// The plugin's own rule knows that `let { a } = $props()` may be written so.
	{
		files: ['**/*.svelte'],
		rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' }
	},
	// Lessons and formulas: HTML made at build time from this repository's own text.
	{
		files: ['src/lib/lesson/**/*.svelte', 'src/lib/ui/Formula.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	// Each snippet runs in the names that others have left, and leaves its own to be compared.
	{
		files: ['content/snippets/**'],
		rules: { 'no-undef': 'off', '@typescript-eslint/no-unused-vars': 'off' }
	},
	// TypeScript itself knows which names exist.
	{ files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
	{ files: ['src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
	{
		files: ['src/**'],
		plugins: { notebook: { rules: { 'import-direction': importDirection } } },
		rules: { 'notebook/import-direction': 'error' }
	}
];
