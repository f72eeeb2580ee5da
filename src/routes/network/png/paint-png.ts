/** A view as the bytes of a PNG, twice as fine as on the page; runs in a worker. */
import { paintSheet, SHEET_FONTS } from '#lib/scene/paint-sheet.ts';
import type { Sheet, SheetFont } from '#lib/scene/sheet-page.ts';
import { layoutView } from '#lib/scene/view-sheet.ts';
import type { ViewContent } from '#lib/scene/view-content.ts';
import type { FontSource } from './font-sources.ts';

/** What every browser's canvas holds, along a side and in all. */
const LARGEST_SIDE = 16_384;
const LARGEST_AREA = 1 << 26;

/** @returns null where the sheet is larger than a canvas can be */
export async function paintPng(
	view: ViewContent,
	sources: readonly FontSource[]
): Promise<Uint8Array | null> {
	await loadFonts(sources);
	const sheet = layoutView(view, measureText);
	const scale = [2, 1].find((times) => fits(sheet, times));
	if (scale === undefined) return null;
	const canvas = new OffscreenCanvas(sheet.width * scale, sheet.height * scale);
	const context = canvas.getContext('2d', { alpha: false });
	if (!context) return null;
	context.scale(scale, scale);
	paintSheet(sheet, context, ({ width, height, rgba }) => {
		const image = new OffscreenCanvas(width, height);
		image.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
		return image;
	});
	const blob = await canvas.convertToBlob({ type: 'image/png' });
	return new Uint8Array(await blob.arrayBuffer());
}

function fits({ width, height }: Sheet, scale: number): boolean {
	const longest = Math.max(width, height) * scale;
	return longest <= LARGEST_SIDE && width * height * scale * scale <= LARGEST_AREA;
}

/** Older browsers have no fonts in workers: the sheet is then measured and set in the system's. */
async function loadFonts(sources: readonly FontSource[]): Promise<void> {
	const { fonts } = self as unknown as { readonly fonts?: FontFaceSet };
	if (!fonts) return;
	for (const { family, source, descriptors } of sources) {
		fonts.add(new FontFace(family, source, descriptors));
	}
	await Promise.allSettled(Object.values(SHEET_FONTS).map((font) => fonts.load(font)));
}

let measuring: OffscreenCanvasRenderingContext2D | null = null;

function measureText(text: string, font: SheetFont): number {
	measuring ??= new OffscreenCanvas(1, 1).getContext('2d');
	if (!measuring) return 0;
	measuring.font = SHEET_FONTS[font];
	return measuring.measureText(text).width;
}
