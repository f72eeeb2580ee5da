/** `npm run bench`: bundles the benchmarks as the site is bundled, and runs them. */
import { checkNode, PlainError, run, runAsProgram } from './project.mjs';
import { bundleProgram } from './typescript.mjs';

await runAsProgram(import.meta.url, async () => {
	checkNode();
	const program = await bundleProgram('tests/bench/main.ts');
	if (!run(process.execPath, [program, ...process.argv.slice(2)])) {
		throw new PlainError('The benchmarks were stopped: see the lines above.');
	}
});
