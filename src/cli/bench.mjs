/** `npm run bench`: bundles the benchmarks as the site is bundled, and runs them. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { checkNode, PlainError, run, runAsProgram } from './project.mjs';

await runAsProgram(import.meta.url, async () => {
	checkNode();
	ensureInstalled();
	// The dials are measured on the built site; what the build says is none of the numbers.
	ensureBuilt({ aside: true });
	// Only now: the bundler is a package that may not have been there before.
	const { bundleProgram } = await import('./typescript.mjs');
	const program = await bundleProgram('tests/bench/main.ts');
	if (!run(process.execPath, [program, ...process.argv.slice(2)])) {
		throw new PlainError('The benchmarks were stopped: see the lines above.');
	}
});
