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

const INKS = {
	...{ ink: '#211d17', second: '#544c41', rule: '#8a7f6f', hair: '#ded4c2', ground: '#fffdf7' },
	...{ black: '#000', white: '#fff' },
	...{ 'conv fill': '#d8e2f5', 'conv line': '#3e62ab' },
	...{ 'dw fill': '#cbe8f0', 'dw line': '#1c7390' },
	...{ 'bn fill': '#e5e1da', 'bn line': '#766f67' },
	...{ 'relu fill': '#fbecb3', 'relu line': '#937000' },
	...{ 'cat fill': '#fbdccf', 'cat line': '#bd5631' },
	...{ 'add fill': '#dbebc9', 'add line': '#4d7d28' },
	...{ 'se fill': '#e7ddf4', 'se line': '#7d56b4' },
	...{ 'shortcut fill': '#fffdf7', 'shortcut line': '#544c41' }
} as const;

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
	| 'beginPath'
	| 'arc'
	| 'fill'
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
	if (mark.kind === 'dot') {
		context.beginPath();
		context.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
		context.fill();
		return;
	}
	context.font = SHEET_FONTS[mark.font];
	context.textAlign = mark.align;
	context.fillText(mark.text, mark.x, mark.baseline);
}
