import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { formulas } from './src/cli/formulas.ts';
import { kernelScript } from './src/cli/kernel-script.ts';
import { katexStyle } from './src/cli/katex-style.ts';
import { lessonHeads } from './src/cli/lesson-heads.ts';
import { licenses } from './src/cli/licenses.mjs';
import { stillScenes } from './src/cli/still-scenes.ts';
import { stillWeights } from './src/cli/still-weights.ts';

/** The packages' licence banners, some 1,200 in TensorFlow.js alone, go to `licenses.txt` instead. */
const withoutBanners = { output: { comments: { legal: false, annotation: true, jsdoc: false } } };

/**
 * Tests of what holds TensorFlow.js's one engine, or the machine: each file in a process of its own. All others
 * share theirs, since starting one and loading the modules anew takes longer than the tests themselves.
 */
const alone = [
	'src/cli/**/*.test.ts',
	'src/lib/{engine,model,training}/**/*.test.ts',
	// Puts another module in the place of one.
	'src/lib/lesson/source/parse-lesson.test.ts',
	'tests/unit/**/*.test.ts'
];

export default defineConfig({
	plugins: [
		lessonHeads(),
		sveltekit(),
		formulas(),
		stillScenes(),
		stillWeights(),
		katexStyle(),
		kernelScript(),
		licenses()
	],
	// The content security policy takes fonts from files alone.
	build: {
		assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
		rolldownOptions: { ...withoutBanners, checks: { pluginTimings: false } }
	},
	worker: { format: 'es', rolldownOptions: withoutBanners },
	test: {
		environment: 'node',
		hookTimeout: 60_000,
		testTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: { name: 'alone', include: alone }
			},
			{
				extends: true,
				test: {
					name: 'together',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: alone,
					isolate: false
				}
			}
		]
	}
});
