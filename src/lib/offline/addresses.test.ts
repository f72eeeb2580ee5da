import { describe, expect, it, test } from 'vitest';
import { SCOPE } from '../../../tests/support/fake-caches.ts';
import { addressBelow, fits, typeOf } from './addresses.ts';

describe('the address of a file below the site’s root', () => {
	it.each([
		['', ''],
		['index.html', ''],
		['lessons/a/?step=3', 'lessons/a/'],
		['lessons/a/index.html', 'lessons/a/'],
		['lessons/a/__data.json?x-sveltekit-invalidated=01', 'lessons/a/__data.json']
	])('%s', (path, address) => {
		expect(addressBelow(SCOPE, SCOPE + path)).toBe(address);
	});

	it.each([
		'https://host.example/other/',
		'https://elsewhere.example/notebook/',
		`${SCOPE}_app/version.json`,
		`${SCOPE}offline.json`,
		`${SCOPE}service-worker.js`,
		`${SCOPE}weights/repghostnet_050.safetensors`
	])('is none for %s', (url) => {
		expect(addressBelow(SCOPE, url)).toBeNull();
	});
});

describe('types', () => {
	it.each([
		['', 'text/html;charset=utf-8'],
		['lessons/a/', 'text/html;charset=utf-8'],
		['kernels.wasm', 'application/wasm'],
		['networks/scenes.safetensors', 'application/octet-stream']
	])('of "%s" is %s', (address, type) => {
		expect(typeOf(address)).toBe(type);
	});

	test('a page in the place of a file does not fit', () => {
		const page = new Response('', { headers: { 'content-type': 'text/HTML; charset=utf-8' } });
		expect(['a.js', 'a.json', 'a.wasm', 'a.css'].map((file) => fits(file, page))).not.toContain(
			true
		);
		expect(fits('lessons/a/', page)).toBe(true);
		expect(fits('a.wasm', new Response('', { headers: {} }))).toBe(true);
	});
});
