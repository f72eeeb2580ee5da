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
		include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
		hookTimeout: 60_000,
		testTimeout: 60_000
	}
});
