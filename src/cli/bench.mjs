/** `npm run bench`: bundles the benchmarks as the site is bundled, and runs them. */
import { ensureBuilt } from './build.mjs';
import { checkNode, PlainError, run, runAsProgram } from './project.mjs';
import { bundleProgram } from './typescript.mjs';

await runAsProgram(import.meta.url, async () => {
	checkNode();
	// The dials are measured on the built site; what the build says is none of the numbers.
	ensureBuilt({ aside: true });
	const program = await bundleProgram('tests/bench/main.ts');
	if (!run(process.execPath, [program, ...process.argv.slice(2)])) {
		throw new PlainError('The benchmarks were stopped: see the lines above.');
	}
});
