/** The list of a build's files, as the build writes it and as a page reads it. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSiteList, type SiteList } from '#lib/offline/site-list.ts';
import { writeOfflineList } from '../../src/cli/offline-list.mjs';

const files = {
	'index.html': '<p>start é',
	'404.html': 'none',
	'__data.json': '{}',
	'.made-from': 'abc',
	'service-worker.js': 'worker',
	'theme.js': 'theme',
	'_app/version.json': '{"version":"build-1"}',
	'_app/immutable/a.js': 'a',
	'embed/one/index.html': 'one',
	'lessons/a/index.html': 'a',
	'networks/a.safetensors': 'weights of the site',
	'readme/picture.png': 'picture',
	'weights/index.json': '{}'
};

let folder: string;
let list: SiteList | null;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'offline-list-'));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	writeOfflineList(folder);
	writeOfflineList(folder);
	list = parseSiteList(readFileSync(join(folder, 'offline.json'), 'utf8'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('what every page needs comes before the pages', () => {
	expect(list?.version).toBe('build-1');
	expect(list?.files.map(({ address }) => address)).toEqual([
		'_app/immutable/a.js',
		'theme.js',
		'networks/a.safetensors',
		'404.html',
		'__data.json',
		'',
		'lessons/a/',
		'embed/one/'
	]);
});

test('lengths and hashes are those of the bytes', () => {
	const start = list?.files.find(({ address }) => address === '');
	const sha256 = createHash('sha256').update('<p>start é').digest('hex');
	expect(start).toEqual({ address: '', bytes: 11, sha256 });
});

test.each([
	'',
	'null',
	'[]',
	'<html>',
	'{"version":"1","files":[]}',
	'{"version":"1","files":[{}]}'
])('%s is no list', (text) => {
	expect(parseSiteList(text)).toBeNull();
});
