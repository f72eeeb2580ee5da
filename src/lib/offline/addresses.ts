/**
 * How the files of the site are named in its copies: by their address below the site's root, as
 * readers ask for them. A page is the address of its folder, so the start page is `''`.
 */
import * as v from 'valibot';

/** The build's own list of what belongs in a copy; in a copy it stands last, and seals it. */
export const LIST_ADDRESS = 'offline.json';

/** Names in this folder hold a hash of the contents: whoever has one of them has the right one. */
export const HASHED_FOLDER = '_app/immutable/';

/** Marks the requests that make a copy, which the service worker leaves to the network. */
export const COPY_HEADER = 'x-copy-for-offline';

/** What a page says to the service worker once the copy of its build is whole. */
export const COPY_IS_WHOLE = 'copy-is-whole';

/** What a page says to the service worker about itself: whole addresses of what it has loaded. */
export const seenMessage = v.strictObject({
	seen: v.pipe(v.array(v.pipe(v.string(), v.url())), v.maxLength(2000))
});

/** What the network alone may answer: which build is the newest, and files kept elsewhere. */
const neverCopied = /^(?:_app\/version\.json|offline\.json|service-worker\.js|weights\/.*)$/;

/** What pages' workers fetch, of which pages know nothing: their scripts and kernels, and shipped networks. */
const engineFiles = /^(?:_app\/immutable\/workers|networks)\//;

/** By the ending of a name. A copy says these, whatever the host said. */
const types: Readonly<Record<string, string>> = {
	css: 'text/css;charset=utf-8',
	html: 'text/html;charset=utf-8',
	ipynb: 'application/x-ipynb+json',
	js: 'text/javascript;charset=utf-8',
	json: 'application/json',
	png: 'image/png',
	svg: 'image/svg+xml',
	txt: 'text/plain;charset=utf-8',
	wasm: 'application/wasm',
	webmanifest: 'application/manifest+json',
	woff2: 'font/woff2'
};

/**
 * The address below the site's root, without what follows a question mark.
 * @param scope the whole address of the site's root, with a slash at its end
 * @returns null for what is no part of the site, or never in a copy
 */
export function addressBelow(scope: string, url: string): string | null {
	const { origin, pathname } = new URL(url);
	const root = new URL(scope);
	if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
	const address = pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
	return neverCopied.test(address) ? null : address;
}

/** Whether the file of an address is a page. */
export function isPage(address: string): boolean {
	return address === '' || address.endsWith('/') || address.endsWith('.html');
}

/** Whether a worker of a page may have fetched the file. */
export function isOfEngine(address: string): boolean {
	return engineFiles.test(address);
}

export function typeOf(address: string): string {
	const ending = isPage(address) ? 'html' : address.slice(address.lastIndexOf('.') + 1);
	return types[ending] ?? 'application/octet-stream';
}

/**
 * Whether an answer can be what was asked for. Where a network wants a log-in, and where a host answers
 * with its start page for whatever it does not have, a page comes in the place of a script or a file.
 */
export function fits(address: string, response: Response): boolean {
	if (isPage(address)) return true;
	return !/^text\/html\b/i.test(response.headers.get('content-type') ?? '');
}
