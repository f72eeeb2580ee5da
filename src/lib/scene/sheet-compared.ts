/** The operations of one block in two networks on the page of a sheet: two columns, a sign between. */
import { LINE, SHEET_MARGIN, type Measure, type SheetPage } from './sheet-page.ts';
import type { ComparedBody } from './view-content.ts';

const BOX = { width: 104, height: 26 };
/** Above and below what stands in a row. */
const PAD = 7;
const BESIDE = 12;
/** Between the columns; the sign stands in its middle. */
const BETWEEN = 64;

type Operation = NonNullable<ComparedBody['rows'][number]['a']>;

function sideWidth({ rows, heads }: ComparedBody, side: 'a' | 'b', measure: Measure): number {
	const widths = rows.map((row) => {
		const operation = row[side];
		const texts = operation ? [operation.shape, operation.name] : [];
		const facts = Math.max(0, ...texts.map((text) => measure(text, 'number')));
		const changes = side === 'b' ? measure(row.changes, 'small') : 0;
		return Math.max(BOX.width + BESIDE + facts, changes);
	});
	return Math.max(measure(heads[side], 'text'), ...widths);
}

export function comparedWidth(body: ComparedBody, measure: Measure): number {
	const wider = Math.max(sideWidth(body, 'a', measure), sideWidth(body, 'b', measure));
	return 2 * wider + BETWEEN;
}

export function setCompared(page: SheetPage, body: ComparedBody): void {
	// Halves of the sheet, so that the columns of all blocks stand under each other.
	const width = page.inner;
	const lefts = { a: SHEET_MARGIN, b: SHEET_MARGIN + (width + BETWEEN) / 2 };
	page.word(body.heads.a, 'text', 'ink', lefts.a, page.top + 15);
	page.word(body.heads.b, 'text', 'ink', lefts.b, page.top + 15);
	page.gap(LINE.text + 4);
	body.rows.forEach((row, index) => {
		const ink = index === 0 ? 'rule' : 'hair';
		page.fill(ink, { left: SHEET_MARGIN, top: page.top, width, height: 1 });
		page.gap(PAD);
		setOperation(page, row.a, lefts.a);
		setOperation(page, row.b, lefts.b);
		const middle = lefts.b - BETWEEN / 2;
		const signInk = row.isSame ? 'second' : 'ink';
		page.word(row.sign, row.isSame ? 'text' : 'title', signInk, middle, page.top + 20, 'center');
		page.gap(2 * LINE.number);
		if (row.changes !== '') {
			page.word(row.changes, 'small', 'ink', lefts.b, page.top + 15);
			page.gap(LINE.small + 2);
		}
		page.gap(PAD);
	});
}

/** An empty frame where one network has nothing. */
function setOperation(page: SheetPage, operation: Operation | null, left: number): void {
	const box = { left, top: page.top + 4, ...BOX };
	if (!operation) return page.frame('hair', box);
	page.fill(`${operation.operation} fill`, box);
	page.frame(`${operation.operation} line`, box, 1.5);
	page.word(operation.label, 'text', 'ink', left + BOX.width / 2, box.top + 18, 'center');
	const beside = left + BOX.width + BESIDE;
	page.word(operation.shape, 'number', 'ink', beside, page.top + 13);
	page.word(operation.name, 'number', 'second', beside, page.top + 13 + LINE.number);
}
