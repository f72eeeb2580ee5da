import { afterEach, describe, expect, it, vi } from 'vitest';
import { serializeModelCard } from '#lib/export/model-card.ts';
import { sampleCard } from '../../../../tests/support/model-cards.ts';
import { ModelCards } from './model-cards.ts';

const card = sampleCard();
const cards = () => new ModelCards(() => new URL('https://example.org/notebook/networks/'));

function answer(body: string, status = 200) {
	const fetched = vi.fn(async (address: string) => {
		void address;
		return new Response(body, { status });
	});
	vi.stubGlobal('fetch', fetched);
	return fetched;
}

afterEach(() => void vi.unstubAllGlobals());

describe('model cards', () => {
	it('are fetched once, from below the site’s own folder', async () => {
		const fetched = answer(serializeModelCard(card));
		const source = cards();
		expect(await source.get('small-repghost')).toEqual(card);
		expect(await source.file('small-repghost')).toEqual({
			slug: 'small-repghost',
			name: 'Small RepGhost',
			fileName: 'small-repghost.safetensors',
			address: 'https://example.org/notebook/networks/small-repghost.safetensors',
			bytes: 4096,
			sha256: 'a'.repeat(64)
		});
		expect(fetched.mock.calls.map(([address]) => address)).toEqual([
			'https://example.org/notebook/networks/small-repghost.json'
		]);
	});

	it('that are refused are asked for again the next time', async () => {
		const source = cards();
		answer('<!doctype html>', 404);
		await expect(source.get('a')).rejects.toThrow(
			'a.json could not be fetched: this site answered'
		);
		answer('{}');
		await expect(source.get('a')).rejects.toThrow('The model card, ');
		vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
		await expect(source.get('a')).rejects.toThrow('this site did not answer');
		answer(serializeModelCard(card));
		expect(await source.get('a')).toEqual(card);
	});
});
