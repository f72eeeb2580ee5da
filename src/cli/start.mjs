/**
 * `npm start`: from a fresh clone to the site in a browser. Installs what the lockfile says, builds,
 * and serves; on a second start only the last of these takes time.
 */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { checkNode, runAsProgram } from './project.mjs';

await runAsProgram(import.meta.url, async () => {
	checkNode();
	ensureInstalled();
	ensureBuilt();
	// Only now: the server is a package that was not there before.
	const { serveSite } = await import('./serve.mjs');
	await serveSite();
});
