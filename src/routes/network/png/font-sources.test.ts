import { expect, test } from 'vitest';
import { absolute } from './font-sources.ts';

test('addresses of fonts are told from the style sheet, whatever quotes they have', () => {
	const sheet = 'https://a.example/notebook/_app/assets/0.css';
	expect(absolute('url("./serif.woff2") format("woff2")', sheet)).toBe(
		'url("https://a.example/notebook/_app/assets/serif.woff2") format("woff2")'
	);
	expect(absolute("url(/x/sans.woff2), url( 'b.woff2' )", sheet)).toBe(
		'url("https://a.example/x/sans.woff2"), url("https://a.example/notebook/_app/assets/b.woff2")'
	);
});
