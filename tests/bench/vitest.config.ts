import { defineConfig } from 'vitest/config';

/** Benchmarks: run on request (`npm run bench`), never as part of the tests. */
export default defineConfig({
	resolve: { alias: [{ find: /^#lib\//, replacement: `${import.meta.dirname}/../../src/lib/` }] },
	test: {
		include: ['tests/bench/**/*.bench.ts'],
		environment: 'node',
		testTimeout: 600_000,
		disableConsoleIntercept: true,
		fileParallelism: false
	}
});
