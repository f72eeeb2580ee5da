/** Numbers in columns on the page of a sheet. */
import { LINE, SHEET_MARGIN, type Measure, type SheetPage } from './sheet-page.ts';
import type { ColumnsBody } from './view-content.ts';

const ROW = LINE.text + 6;
const GAP = 28;

/** Of the first column in letters, of the others in numbers. */
function widthsOf({ heads, rows }: ColumnsBody, measure: Measure): number[] {
	return heads.map((head, column) => {
		const font = column === 0 ? 'text' : 'number';
		const cells = rows.map((row) => measure(row[column] ?? '', font));
		return Math.max(measure(head, 'small'), ...cells);
	});
}

export function columnsWidth(body: ColumnsBody, measure: Measure): number {
	return widthsOf(body, measure).reduce((sum, width) => sum + width + GAP, -GAP);
}

export function setColumns(page: SheetPage, body: ColumnsBody): void {
	const widths = widthsOf(body, page.measure);
	const all = columnsWidth(body, page.measure);
	const [first = 0, ...others] = widths;
	let end = SHEET_MARGIN + first;
	const ends = others.map((width) => (end += GAP + width));
	body.heads.forEach((head, column) => {
		if (column === 0) page.word(head, 'small', 'second', SHEET_MARGIN, page.top + 14);
		else page.word(head, 'small', 'second', ends[column - 1]!, page.top + 14, 'right');
	});
	page.gap(ROW - 4);
	body.rows.forEach(([name = '', ...numbers], index) => {
		const line = { left: SHEET_MARGIN, top: page.top, width: all, height: 1 };
		page.fill(index === 0 ? 'rule' : 'hair', line);
		const baseline = page.top + ROW * 0.7;
		page.word(name, 'text', 'ink', SHEET_MARGIN, baseline);
		numbers.forEach((number, column) => {
			page.word(number, 'number', 'ink', ends[column]!, baseline, 'right');
		});
		page.gap(ROW);
	});
}
