/** Pictures, small tensors, bars and facts on the page of a sheet. */
import type { Box } from './atlas.ts';
import { LINE, SHEET_MARGIN, type Measure, type SheetPage } from './sheet-page.ts';
import type { BarsBody, PictureBody, SheetBody, TensorsBody } from './view-content.ts';

/** Room for names at the left of a picture. */
const NAMES = 76;
const ROW = 30;
const NAME = 170;
const NUMBER = 84;
const TENSOR_GAP = 26;
const WIDEST_LINE = 880;
const LEAST_RING = 12;

type Facts = Extract<SheetBody, { kind: 'facts' }>;

export function pictureWidth({ names, picture, magnification }: PictureBody): number {
	return (names.length > 0 ? NAMES : 0) + picture.width * magnification;
}

export function setPicture(page: SheetPage, body: PictureBody): void {
	const { picture, magnification, labels, names, frames = [] } = body;
	const { top } = page;
	const left = SHEET_MARGIN + (names.length > 0 ? NAMES : 0);
	const [width, height] = [picture.width * magnification, picture.height * magnification];
	const baseline = (y: number) => top + y * magnification + LINE.number * 0.75;
	page.picture(picture, { left, top, width, height });
	for (const box of frames) page.frame('ink', magnify(box, magnification, left, top));
	for (const { text, x, y } of labels) {
		page.word(text, 'number', 'second', left + x * magnification, baseline(y));
	}
	for (const { text, y } of names) page.word(text, 'small', 'second', SHEET_MARGIN, baseline(y));
	page.gap(height);
}

function magnify(box: Box, by: number, left: number, top: number): Box {
	return {
		left: left + box.left * by,
		top: top + box.top * by,
		width: box.width * by,
		height: box.height * by
	};
}

export function setBars(page: SheetPage, { rows, heads }: BarsBody): void {
	const ends = heads.map(
		(_, index) => SHEET_MARGIN + page.inner - (heads.length - 1 - index) * NUMBER
	);
	heads.forEach((head, index) => {
		page.word(head, 'small', 'second', ends[index]!, page.top + 14, 'right');
	});
	page.gap(20);
	const room = page.inner - NAME - heads.length * NUMBER - 16;
	for (const { name, share, numbers, weak } of rows) {
		const middle = page.top + ROW / 2;
		page.word(name, 'text', 'ink', SHEET_MARGIN, middle + 5);
		const width = Math.max(1, Math.round(share * room));
		const left = SHEET_MARGIN + NAME;
		page.fill(weak ? 'rule' : 'ink', { left, top: middle - 6, width, height: 12 });
		numbers.forEach((number, index) => {
			page.word(number, 'number', 'ink', ends[index]!, middle + 5, 'right');
		});
		page.gap(ROW);
	}
}

export function setFacts(page: SheetPage, { facts }: Facts): void {
	const widest = Math.max(...facts.map(({ term }) => page.measure(term, 'text')));
	for (const { term, value } of facts) {
		const baseline = page.top + LINE.text * 0.75;
		page.word(term, 'text', 'second', SHEET_MARGIN, baseline);
		page.word(value, 'number', 'ink', SHEET_MARGIN + widest + 24, baseline);
		page.gap(LINE.text + 3);
	}
}

type SmallTensor = TensorsBody['tensors'][number];

function tensorWidth({ name, picture, magnification }: SmallTensor, measure: Measure): number {
	return Math.max(picture.width * magnification, measure(name, 'small'));
}

/** Of as many in one line as a sheet should hold, and of the widest at least. */
export function tensorsWidth({ tensors }: TensorsBody, measure: Measure): number {
	const widths = tensors.map((tensor) => tensorWidth(tensor, measure));
	const together = widths.reduce((sum, width) => sum + width + TENSOR_GAP, -TENSOR_GAP);
	return Math.max(Math.min(together, WIDEST_LINE), ...widths);
}

/** For its name, and for a ring that reaches over the edge. */
function roomAbove({ ring }: SmallTensor): number {
	return LINE.small + (ring ? 10 : 4);
}

/** Side by side, and on in a next line where there is no more room. */
export function setTensors(page: SheetPage, { tensors }: TensorsBody): void {
	let left = 0;
	let tallest = 0;
	for (const tensor of tensors) {
		const width = tensorWidth(tensor, page.measure);
		if (left > 0 && left + width > page.inner) {
			page.gap(tallest + 16);
			left = tallest = 0;
		}
		setTensor(page, tensor, SHEET_MARGIN + left);
		const height = tensor.picture.height * tensor.magnification;
		tallest = Math.max(tallest, roomAbove(tensor) + height + 1);
		left += width + TENSOR_GAP;
	}
	page.gap(tallest + 2);
}

function setTensor(page: SheetPage, tensor: SmallTensor, left: number): void {
	const { name, picture, magnification: cell, numbers, ring } = tensor;
	const top = page.top + roomAbove(tensor);
	const box = { left, top, width: picture.width * cell, height: picture.height * cell };
	page.word(name, 'small', 'second', left, page.top + 14);
	page.picture(picture, box);
	page.frame('ink', box);
	if (numbers.length > 0) setGridLines(page, box, cell);
	numbers.forEach(({ text, ink }, index) => {
		const x = left + ((index % picture.width) + 0.5) * cell;
		const y = top + (Math.floor(index / picture.width) + 0.5) * cell;
		page.word(text, 'number', ink, x, y + 5, 'center');
	});
	if (ring) setRing(page, magnify(ring, cell, left, top));
}

/** Between the cells that hold numbers. */
function setGridLines(page: SheetPage, { left, top, width, height }: Box, cell: number): void {
	for (let x = cell; x < width; x += cell) {
		page.fill('ink', { left: left + x, top, width: 1, height });
	}
	for (let y = cell; y < height; y += cell) {
		page.fill('ink', { left, top: top + y, width, height: 1 });
	}
}

/** White with black around it, to be seen on every colour, and not too small to be found. */
function setRing(page: SheetPage, { left, top, width, height }: Box): void {
	const out = Math.max(0, (LEAST_RING - Math.min(width, height)) / 2);
	const box = {
		left: left - out,
		top: top - out,
		width: width + 2 * out,
		height: height + 2 * out
	};
	page.frame('black', box, 4);
	page.frame('white', box, 2);
}
