/**
 * A view of a network as one sheet to be taken away: what it shows in words, the view itself, the key of
 * its colours, and where it comes from. Here it is laid out; a canvas paints the marks one after another.
 * All lengths are in pixels of a style sheet, from the top left.
 */
import { SheetPage, type Measure, type Sheet } from './sheet-page.ts';
import type { SheetBody, ViewContent } from './view-content.ts';

const LEAST_WIDTH = 560;

/** Lays a view out; the sheet is as wide as the view asks for. */
export function layoutView(view: ViewContent, measure: Measure): Sheet {
	const inner = Math.max(LEAST_WIDTH, bodyWidth(view.body));
	const page = new SheetPage(inner, measure);
	page.head(view);
	page.gap(16);
	if (view.body.kind === 'picture') page.picture(view.body);
	else page.bars(view.body);
	for (const legend of view.legends) {
		page.gap(14);
		page.legend(legend);
	}
	page.gap(16);
	page.rule();
	page.gap(4);
	page.text(view.footer, 'small', 'second');
	return page.end();
}

function bodyWidth(body: SheetBody): number {
	return body.kind === 'picture' ? body.names + body.picture.width * body.magnification : 0;
}
