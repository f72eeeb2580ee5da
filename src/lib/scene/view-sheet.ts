/**
 * A view of a network as one sheet to be taken away: what it shows in words, the view itself, the key of
 * its colours, and where it comes from. Here it is laid out; a canvas paints the marks one after another.
 * All lengths are in pixels of a style sheet, from the top left.
 */
import { pictureWidth, setBars, setFacts, setPicture, setTensors } from './sheet-bodies.ts';
import { operationsWidth, setOperations } from './sheet-operations.ts';
import { SheetPage, type Measure, type Sheet } from './sheet-page.ts';
import { PLOT_WIDTH, setPlot } from './sheet-plot.ts';
import { setTiles, tilesWidth } from './sheet-tiles.ts';
import type { SheetBody, ViewContent } from './view-content.ts';

const LEAST_WIDTH = 560;

/** Lays a view out; the sheet is as wide as the view asks for. */
export function layoutView(view: ViewContent, measure: Measure): Sheet {
	const inner = Math.max(LEAST_WIDTH, ...view.bodies.map(bodyWidth));
	const page = new SheetPage(inner, measure);
	page.head(view);
	for (const body of view.bodies) {
		page.gap(16);
		setBody(page, body);
	}
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

/** Least width that a body needs; tensors side by side go on in a next line instead. */
function bodyWidth(body: SheetBody): number {
	switch (body.kind) {
		case 'picture':
			return pictureWidth(body);
		case 'tiles':
			return tilesWidth(body);
		case 'operations':
			return operationsWidth(body);
		case 'plot':
			return PLOT_WIDTH;
		case 'tensors':
			return Math.max(
				...body.tensors.map(({ picture, magnification }) => picture.width * magnification)
			);
		default:
			return 0;
	}
}

function setBody(page: SheetPage, body: SheetBody): void {
	switch (body.kind) {
		case 'picture':
			return setPicture(page, body);
		case 'bars':
			return setBars(page, body);
		case 'tensors':
			return setTensors(page, body);
		case 'tiles':
			return setTiles(page, body);
		case 'operations':
			return setOperations(page, body);
		case 'plot':
			return setPlot(page, body);
		case 'facts':
			return setFacts(page, body);
		case 'heading':
			return page.text(body.text, 'text', 'ink');
		case 'text':
			return page.text(body.text, 'small', 'second');
	}
}
