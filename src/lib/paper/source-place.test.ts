import { expect, test } from 'vitest';
import { sources } from './sources.ts';
import { sourcePlace, sourceTitle } from './source-place.ts';

test.each([
	['rg_readme', 'https://github.com/ChengpengChen/RepGhost/tree/3c7d87e'],
	['rg_pdf', 'https://github.com/ChengpengChen/RepGhost/tree/821333e'],
	['rg_png2', 'https://github.com/ChengpengChen/RepGhost'],
	['rg_abs2', 'https://arxiv.org/html/2211.06088v2'],
	['rg_issue6', 'https://github.com/ChengpengChen/RepGhost/issues/6'],
	['timm_bench', 'https://github.com/huggingface/pytorch-image-models/tree/aa4b585'],
	['gn_fig', 'https://github.com/huawei-noah/Efficient-AI-Backbones'],
	['gn_blog', 'https://blog.paperspace.com/ghostnet-cvpr-2020'],
	['mone', 'https://github.com/apple/ml-mobileone'],
	['gn_ko', null],
	['rg_paperium', null],
	['calc', null]
])('%s is at %s', (key, url) => {
	expect(sourcePlace(key).url).toBe(url);
});

test('no place leans on another', () => {
	for (const key of Object.keys(sources))
		expect(sourcePlace(key).text, key).not.toMatch(/same repo/);
});

test('what is counted here names no file', () => {
	expect(sources.calc?.what).toContain('src/');
	expect(sourceTitle('calc')).toMatch(/^Computed for this dossier.*counter$/);
	expect(sourceTitle('rg_readme')).toBe(sources.rg_readme?.what);
});

test('every address is one', () => {
	const urls = Object.keys(sources).flatMap((key) => sourcePlace(key).url ?? []);
	expect(urls.length).toBeGreaterThan(25);
	for (const url of urls) expect(URL.canParse(url), url).toBe(true);
});
