import { expect, it } from 'vitest';
import { writeEmbed } from './write-embed.ts';

it('names the figure, its example and its title, all of them quoted', () => {
	const address = 'https://example.org/notebook/embed/dials/';
	expect(writeEmbed(address, { number: 1, title: 'Dials' })).toContain(`src="${address}"\n`);
	const second = writeEmbed(address, { number: 2, title: '"><script>' });
	expect(second).toContain(`src="${address}?example=2"`);
	expect(second).toContain('title="&quot;>&lt;script>"');
});
