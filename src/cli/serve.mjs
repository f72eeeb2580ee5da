/**
 * Serves the built site as a plain file host does: `npm start`, and the tests of the built site.
 *
 * Files, types and ranges are sirv's work. Beside it: the sub-folder of BASE_PATH, the redirect of
 * `/network` to `/network/` (addresses in pages are relative), and `404.html`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join, posix } from 'node:path';
import sirv from 'sirv';
import { basePath, buildFolder, PlainError, runAsProgram } from './project.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** How many ports are tried when the first is taken. */
const portsToTry = 50;

/**
 * Makes the handler of requests.
 * @param {string} folder absolute path of the site
 * @param {string} base `''` or a path like `/notebook`
 * @returns {(request: Request, response: Response) => void}
 */
export function siteHandler(folder, base) {
	/** @type {(request: Request, response: Response) => void} */
	const notFound = (_request, response) => {
		const page = join(folder, '404.html');
		response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
		response.end(existsSync(page) ? readFileSync(page) : 'Not found');
	};
	const files = sirv(folder, {
		dev: true, // Looks at the disk each time: the site may be built anew while it is served.
		etag: true,
		onNoMatch: notFound,
		setHeaders: (response, path) => {
			response.setHeader('X-Content-Type-Options', 'nosniff');
			if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain;charset=utf-8');
		}
	});
	return (request, response) => {
		const [path = '', ...query] = (request.url ?? '').split('?');
		if (path !== base && !path.startsWith(`${base}/`)) return notFound(request, response);
		// Normalised: neither `..` nor a host (`//host`) may come through to a file or a redirect.
		const inside = posix.normalize(`/${path.slice(base.length)}`);
		const rest = query.length > 0 ? `?${query.join('?')}` : '';
		if (
			path === base ||
			(!inside.endsWith('/') && existsSync(join(folder, inside, 'index.html')))
		) {
			response.writeHead(308, { Location: posix.join(base, inside, '/') + rest });
			response.end();
			return;
		}
		request.url = inside + rest;
		files(request, response);
	};
}

/**
 * Listens on a port, or on the next free one.
 * @param {import('node:http').Server} server
 * @param {{ host: string, port: number, attempts: number }} where
 * @returns {Promise<number>} the port
 */
function listen(server, { host, port, attempts }) {
	return new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			if (error.code === 'EADDRINUSE' && attempts > 1) {
				resolve(listen(server, { host, port: port + 1, attempts: attempts - 1 }));
			} else {
				const remedy = 'set PORT or HOST to another one';
				reject(new PlainError(`Cannot listen on ${host}:${port} (${error.code}): ${remedy}.`));
			}
		});
		server.listen({ host, port }, () => {
			server.removeAllListeners('error');
			resolve(port);
		});
	});
}

/**
 * Says where the site is, and who can open it.
 * @param {{ host: string, port: number, base: string, addresses: readonly string[] }} place addresses:
 *     of this computer in its networks
 * @returns {string[]} lines
 */
export function describePlace({ host, port, base, addresses }) {
	const everywhere = host === '0.0.0.0' || host === '::';
	/** @param {string} name */
	const addressOf = (name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}${base}/`;
	const first = `RepGhost Notebook: ${addressOf(everywhere ? '127.0.0.1' : host)}`;
	if (everywhere) {
		const room = addresses.map(addressOf).join(' or ') || 'this computer is in no network';
		return [first, `In the same room, as long as this runs: ${room}`];
	}
	if (host !== '127.0.0.1' && host !== 'localhost' && host !== '::1') return [first];
	return [
		first,
		'It needs no network, and only this computer can open it; HOST=0.0.0.0 opens it to the room.'
	];
}

/**
 * Reads PORT.
 * @returns {number | undefined}
 * @throws {PlainError} when it is no port
 */
function portWanted() {
	const text = process.env.PORT;
	if (text === undefined || text === '') return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65536) return port;
	throw new PlainError(`PORT must be a whole number from 1 to 65535, but is "${text}".`);
}

/**
 * Serves `build/` on PORT (4173, or the next free one, unless set), for this machine alone unless
 * HOST says otherwise, and prints the address.
 * @throws {PlainError} when there is no build, or no port
 */
export async function serveSite() {
	if (!existsSync(join(buildFolder, 'index.html'))) {
		throw new PlainError('There is no built site to serve: run `npm run build` first.');
	}
	const base = basePath();
	const host = process.env.HOST || '127.0.0.1';
	const wanted = portWanted();
	const server = createServer(siteHandler(buildFolder, base));
	const port = await listen(server, {
		host,
		port: wanted ?? 4173,
		attempts: wanted === undefined ? portsToTry : 1
	});
	const outer = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
	const others = outer.filter(({ internal, family }) => !internal && family === 'IPv4');
	const addresses = others.map(({ address }) => address);
	for (const line of describePlace({ host, port, base, addresses })) console.log(line);
}

await runAsProgram(import.meta.url, serveSite);
