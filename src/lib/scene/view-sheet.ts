/**
 * A view of a network as one sheet to be taken away: what it shows in words, the view itself, the key of
 * its colours, and where it comes from. Here it is laid out; a canvas paints the marks one after another.
 * All lengths are in pixels of a style sheet, from the top left.
 */
import {
	pictureWidth,
	setBars,
	setFacts,
	setPicture,
	setTensors,
	tensorsWidth
} from './sheet-bodies.ts';
import { comparedWidth, setCompared } from './sheet-compared.ts';
import { columnsWidth, setColumns } from './sheet-columns.ts';
import { operationsWidth, setOperations } from './sheet-operations.ts';
import { SheetPage, type Measure, type Sheet } from './sheet-page.ts';
import { PLOT_WIDTH, setPlot } from './sheet-plot.ts';
import { setTable, tableWidth } from './sheet-table.ts';
import { setTiles, tilesWidth } from './sheet-tiles.ts';
import type { SheetBody, ViewContent } from './view-content.ts';

const LEAST_WIDTH = 560;

/** Lays a view out; the sheet is as wide as the view asks for. */
export function layoutView(view: ViewContent, measure: Measure): Sheet {
	const { bodies, after = [] } = view;
	const widths = [...bodies, ...after].map((body) => bodyWidth(body, measure));
	const inner = Math.max(LEAST_WIDTH, ...widths);
	const page = new SheetPage(inner, measure);
	page.head(view);
	setBodies(page, bodies);
	for (const legend of view.legends) {
		page.gap(14);
		page.legend(legend);
	}
	setBodies(page, after);
	page.gap(16);
	page.rule();
	page.gap(4);
	page.text(view.footer, 'small', 'second');
	return page.end();
}

function setBodies(page: SheetPage, bodies: readonly SheetBody[]): void {
	bodies.forEach((body, index) => {
		page.gap(gapAfter(bodies[index - 1], body));
		setBody(page, body);
	});
}

/** A heading stands near to what follows, and sentences near to each other. */
function gapAfter(before: SheetBody | undefined, { kind }: SheetBody): number {
	if (before?.kind === 'heading' && kind !== 'heading') return 4;
	return before?.kind === 'text' && kind === 'text' ? 4 : 16;
}

function bodyWidth(body: SheetBody, measure: Measure): number {
	switch (body.kind) {
		case 'picture':
			return pictureWidth(body);
		case 'tiles':
			return tilesWidth(body);
		case 'operations':
			return operationsWidth(body);
		case 'table':
			return tableWidth(body, measure);
		case 'columns':
			return columnsWidth(body, measure);
		case 'compared':
			return comparedWidth(body, measure);
		case 'plot':
			return PLOT_WIDTH;
		case 'tensors':
			return tensorsWidth(body, measure);
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
		case 'table':
			return setTable(page, body);
		case 'columns':
			return setColumns(page, body);
		case 'compared':
			return setCompared(page, body);
		case 'facts':
			return setFacts(page, body);
		case 'heading':
			return page.text(body.text, 'text', 'ink');
		case 'text':
			return page.text(body.text, 'small', 'second');
	}
}
