/** Terms and what they give, as a table on the page of a sheet. */
import { LINE, SHEET_MARGIN, type Measure, type SheetPage } from './sheet-page.ts';
import type { TableBody } from './view-content.ts';

const ROW = LINE.text + 6;
const GAP = 32;
const NOTE_GAP = 14;

interface Columns {
	/** Of labels beside factors. */
	readonly label: number;
	readonly factors: number;
	readonly amount: number;
	readonly all: number;
}

function columnsOf({ heads, rows }: TableBody, measure: Measure): Columns {
	const [head, factorsHead, amountHead] = heads;
	const widest = (texts: readonly string[], font: 'text' | 'number', least: string) =>
		Math.max(measure(least, 'small'), ...texts.map((text) => measure(text, font)));
	const beside = rows.filter(({ factors }) => factors !== '');
	const alone = rows.filter(({ factors }) => factors === '').map(({ label }) => label);
	const label = widest(
		beside.map((row) => row.label),
		'text',
		head
	);
	const factors = widest(
		beside.map((row) => row.factors),
		'number',
		factorsHead
	);
	const amount = widest(
		rows.map((row) => row.amount),
		'number',
		amountHead
	);
	const note = Math.max(0, ...beside.map((row) => measure(row.note, 'small')));
	const both = beside.length > 0 ? label + GAP + factors + (note && NOTE_GAP + note) : 0;
	return {
		label,
		factors,
		amount,
		all: Math.max(both, widest(alone, 'text', head)) + GAP + amount
	};
}

export function tableWidth(body: TableBody, measure: Measure): number {
	return columnsOf(body, measure).all;
}

export function setTable(page: SheetPage, body: TableBody): void {
	const { heads, rows } = body;
	const { label, factors, all } = columnsOf(body, page.measure);
	const hasFactors = rows.some((row) => row.factors !== '');
	const right = SHEET_MARGIN + all;
	// Numbers end where their column ends, so that their points stand under each other.
	const middle = SHEET_MARGIN + label + GAP + factors;
	const line = (ink: 'rule' | 'hair') =>
		page.fill(ink, { left: SHEET_MARGIN, top: page.top, width: all, height: 1 });
	page.word(heads[0], 'small', 'second', SHEET_MARGIN, page.top + 14);
	if (hasFactors) page.word(heads[1], 'small', 'second', middle, page.top + 14, 'right');
	page.word(heads[2], 'small', 'second', right, page.top + 14, 'right');
	page.gap(ROW - 4);
	rows.forEach((row, index) => {
		line(index === 0 || (row.isResult && !rows[index - 1]?.isResult) ? 'rule' : 'hair');
		const baseline = page.top + ROW * 0.7;
		page.word(row.label, 'text', 'ink', SHEET_MARGIN, baseline);
		if (row.factors !== '') page.word(row.factors, 'number', 'ink', middle, baseline, 'right');
		if (row.note !== '') page.word(row.note, 'small', 'second', middle + NOTE_GAP, baseline);
		page.word(row.amount, 'number', 'ink', right, baseline, 'right');
		page.gap(ROW);
	});
}
