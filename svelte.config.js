import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * Hosts a reader may ask for published weights, beside this site itself: the hub, and those it sends
 * downloads on to.
 * @type {`https://${string}`[]}
 */
const modelHubHosts = ['https://huggingface.co', 'https://*.huggingface.co', 'https://*.hf.co'];

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ fallback: '404.html', strict: true }),
		paths: { base: basePath(process.env.BASE_PATH), relative: true },
		inlineStyleThreshold: 0,
		// Long-open pages ask their own site now and then, and offer to reload.
		version: { name: process.env.SITE_VERSION, pollInterval: 15 * 60_000 },
		// The page registers it, once it has come to rest.
		serviceWorker: { register: false },
		prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self'],
				// Positions and sizes are written on elements; rules and sheets stay on this site.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'blob:', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self', ...modelHubHosts],
				'worker-src': ['self'],
				'frame-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		}
	}
};

/**
 * The sub-folder the site is served under, as SvelteKit wants it: '' or '/folder'.
 * @param {string | undefined} value what BASE_PATH holds, with or without slashes at its ends
 * @returns {'' | `/${string}`}
 */
function basePath(value) {
	const path = (value ?? '').replace(/^\/+|\/+$/g, '');
	return path === '' ? '' : `/${path}`;
}
