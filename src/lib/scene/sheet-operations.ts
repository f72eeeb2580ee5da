/** The operations of a block on the page of a sheet: boxes, wires, and a map under each layer. */
import { layoutOperations } from './operation-line.ts';
import { SHEET_MARGIN, type SheetPage } from './sheet-page.ts';
import type { OperationsBody } from './view-content.ts';

/** Of the pictures, in drawing units. */
const SIDE = 58;
/** From drawing units to pixels of the sheet. */
const SCALE = 1.2;
const WIRE = 1.5;

type Line = ReturnType<typeof layoutOperations>;

export function operationsWidth({ block, branch }: OperationsBody): number {
	return Math.ceil(layoutOperations(block, branch, SIDE).width * SCALE);
}

export function setOperations(page: SheetPage, body: OperationsBody): void {
	const line = layoutOperations(body.block, body.branch, SIDE);
	const x = (at: number) => SHEET_MARGIN + at * SCALE;
	const y = (at: number) => page.top + at * SCALE;
	for (const wire of line.wires) setWire(page, corners(wire), x, y);
	for (const arrow of line.arrows) setArrow(page, arrow, x(arrow.x), y(arrow.y));
	for (const port of line.ports) page.dot('ink', x(port.x), y(port.y), 5.5);
	for (const box of line.boxes) setBox(page, body, box, x, y);
	page.gap(Math.ceil(line.height * SCALE));
}

/** The corners of a path of level and upright lines: `M20 17V4H80`. */
function corners(path: string): { x: number; y: number }[] {
	const at = { x: 0, y: 0 };
	return [...path.matchAll(/([MHV])([^MHV]+)/g)].map(([, letter, numbers = '']) => {
		const [first = 0, second = 0] = numbers.trim().split(' ').map(Number);
		if (letter === 'V') at.y = first;
		else at.x = first;
		if (letter === 'M') at.y = second;
		return { ...at };
	});
}

type Place = (at: number) => number;

function setWire(page: SheetPage, points: ReturnType<typeof corners>, x: Place, y: Place): void {
	points.slice(1).forEach((to, index) => {
		const from = points[index]!;
		const [left, right] = [x(Math.min(from.x, to.x)), x(Math.max(from.x, to.x))];
		const [top, bottom] = [y(Math.min(from.y, to.y)), y(Math.max(from.y, to.y))];
		page.fill('ink', {
			left: left - WIRE / 2,
			top: top - WIRE / 2,
			width: right - left + WIRE,
			height: bottom - top + WIRE
		});
	});
}

/** A head of steps, with its point at x and y. */
function setArrow(page: SheetPage, { up }: Line['arrows'][number], x: number, y: number): void {
	const LONG = 12;
	for (let step = 0; step < LONG; step++) {
		const width = step + 1;
		page.fill('ink', { left: x - width / 2, top: up ? y + step : y - step - 1, width, height: 1 });
	}
}

function setBox(
	page: SheetPage,
	{ chosen, pictures }: OperationsBody,
	{ operation, label, layer, picture, ...place }: Line['boxes'][number],
	x: Place,
	y: Place
): void {
	const box = {
		left: x(place.x),
		top: y(place.y),
		width: place.width * SCALE,
		height: place.height * SCALE
	};
	if (layer === chosen) page.frame('ink', box, 4);
	page.fill(`${operation} fill`, box);
	page.frame(`${operation} line`, box, 1.5);
	page.word(label, 'text', 'ink', box.left + box.width / 2, box.top + box.height / 2 + 5, 'center');
	const shown = layer === null ? undefined : pictures.get(layer);
	if (!picture || !shown) return;
	const longer = Math.max(shown.width, shown.height);
	const [width, height] = [shown.width, shown.height].map(
		(n) => (picture.side * SCALE * n) / longer
	);
	const left = x(picture.x) + (picture.side * SCALE - width!) / 2;
	page.picture(shown, { left, top: y(picture.y) + 3, width: width!, height: height! });
}
