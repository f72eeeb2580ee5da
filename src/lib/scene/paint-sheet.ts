/** Paints the marks of a sheet, in the page's fonts and the light theme's inks. */
import type { Picture } from './atlas.ts';
import type { Mark, Sheet, SheetFont } from './sheet-page.ts';

/** As the page's own style sheet names them. */
export const SHEET_FONTS: Readonly<Record<SheetFont, string>> = {
	title: '600 23px "Source Serif 4", Georgia, serif',
	text: '400 15px "Source Sans 3", system-ui, sans-serif',
	small: '400 13px "Source Sans 3", system-ui, sans-serif',
	number: '400 13px "Source Code Pro", ui-monospace, monospace'
};

const INKS = { ink: '#211d17', second: '#544c41', rule: '#8a7f6f', ground: '#fffdf7' } as const;

/** The part of a canvas that is used. */
export type SheetContext = Pick<
	OffscreenCanvasRenderingContext2D,
	| 'fillStyle'
	| 'font'
	| 'textAlign'
	| 'imageSmoothingEnabled'
	| 'fillRect'
	| 'fillText'
	| 'drawImage'
>;

/** @param imageOf a picture as the canvas takes it */
export function paintSheet(
	{ marks }: Sheet,
	context: SheetContext,
	imageOf: (picture: Picture) => CanvasImageSource
): void {
	context.imageSmoothingEnabled = false;
	for (const mark of marks) paintMark(mark, context, imageOf);
}

function paintMark(
	mark: Mark,
	context: SheetContext,
	imageOf: (picture: Picture) => CanvasImageSource
): void {
	if (mark.kind === 'picture') {
		const { left, top, width, height } = mark.box;
		context.drawImage(imageOf(mark.picture), left, top, width, height);
		return;
	}
	context.fillStyle = INKS[mark.ink];
	if (mark.kind === 'fill') {
		const { left, top, width, height } = mark.box;
		context.fillRect(left, top, width, height);
		return;
	}
	context.font = SHEET_FONTS[mark.font];
	context.textAlign = mark.align;
	context.fillText(mark.text, mark.x, mark.baseline);
}
