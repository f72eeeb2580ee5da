/** Layers as dots over powers of ten, on the page of a sheet. */
import { plotLayers } from './layer-plot.ts';
import { LINE, SHEET_MARGIN, type SheetPage } from './sheet-page.ts';
import type { PlotBody } from './view-content.ts';

const LEFT = 52;
const RIGHT = 8;
const HEIGHT = 250;
const TOP = 8;

export const PLOT_WIDTH = 820;

export function setPlot(page: SheetPage, body: PlotBody): void {
	const { layers, chosen, withTolerance, words } = body;
	const width = page.inner - LEFT - RIGHT;
	const plot = plotLayers(layers, { width, height: HEIGHT, withTolerance });
	const left = SHEET_MARGIN + LEFT;
	const top = page.top + TOP;
	const level = (text: string, at: number, ink: 'hair' | 'rule') => {
		page.fill(ink, { left, top: Math.round(top + at), width, height: 1 });
		page.word(text, 'number', 'second', left - 7, top + at + 5, 'right');
	};
	for (const { at, exponent } of plot.ticks) level(`1e${exponent}`, at, 'hair');
	level(words.zero, plot.zero, 'rule');
	if (withTolerance) setTolerances(page, plot.tolerances, left, top, width);
	plot.dots.forEach((dot, index) => {
		if (!dot) return;
		const isChosen = index === chosen;
		const x = left + dot.x;
		if (isChosen) page.fill('ink', { left: x - 0.5, top, width: 1, height: HEIGHT });
		page.dot('ground', x, top + dot.y, isChosen ? 7.5 : 4);
		page.dot(isChosen ? 'ink' : 'second', x, top + dot.y, isChosen ? 5.5 : 3);
	});
	page.gap(TOP + HEIGHT + 8);
	page.word(words.across, 'small', 'second', left + width / 2, page.top + 14, 'center');
	page.gap(LINE.small);
}

/** A dash for each layer, at the difference that rounding alone may make. */
function setTolerances(
	page: SheetPage,
	tolerances: readonly number[],
	left: number,
	top: number,
	width: number
): void {
	const each = width / tolerances.length;
	tolerances.forEach((at, index) => {
		const dash = { left: left + (index + 0.2) * each, width: 0.6 * each };
		page.fill('ink', { ...dash, top: top + at - 0.75, height: 1.5 });
	});
}
