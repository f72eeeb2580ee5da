import { expect, it } from 'vitest';
import { bitmapUrl } from './bitmap.ts';

it('writes rows from the bottom up, blue first, filled to four bytes', () => {
	const rgba = Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 255);
	const url = bitmapUrl({ width: 1, height: 2, rgba });
	const bytes = [...atob(url.replace('data:image/bmp;base64,', ''))].map((c) => c.charCodeAt(0));
	expect(bytes).toHaveLength(54 + 2 * 4);
	expect(bytes.slice(0, 6)).toEqual([0x42, 0x4d, 62, 0, 0, 0]);
	expect(bytes.slice(18, 30)).toEqual([1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 24, 0]);
	expect(bytes.slice(54)).toEqual([6, 5, 4, 0, 3, 2, 1, 0]);
});
