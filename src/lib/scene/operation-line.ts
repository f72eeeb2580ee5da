/**
 * One block as a line of operations with its parallel paths, in drawing units: what stands where, and
 * the wires. Paths that run side by side are drawn side by side.
 */
import type { Branch } from '#lib/core/graph.ts';
import type { Block, LayerOutline } from '#lib/core/network/blocks.ts';
import { listSteps, type DrawnOperation, type Path, type Step } from './operation-steps.ts';

interface DrawnBox {
	readonly operation: DrawnOperation;
	readonly label: string;
	/** The layer whose value leaves here; null inside a layer. */
	readonly layer: string | null;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** The place of a picture of the layer's value, under the box; null where there is none. */
	readonly picture: { readonly x: number; readonly y: number; readonly side: number } | null;
}

interface OperationLine {
	readonly width: number;
	readonly height: number;
	readonly boxes: readonly DrawnBox[];
	/** SVG path data. */
	readonly wires: readonly string[];
	/** Arrow heads that end a wire at the upper or lower edge of a box. */
	readonly arrows: readonly { readonly x: number; readonly y: number; readonly up: boolean }[];
	/** Where the picture of the block enters and leaves. */
	readonly ports: readonly { readonly x: number; readonly y: number }[];
}

const WIDTH = 67;
const HEIGHT = 34;
const PITCH = 74;
const EDGE = 26;
const LANES = { above: 4, main: 52 };
/** From one parallel path to the next. */
const LANE = 50;
/** Between a box and the picture under it. */
const GAP = 4;

/**
 * Lays out a block in the form that `layers` shows.
 * @param branch the network's
 * @param side of the pictures under the boxes that end a layer; 0 for none
 */
export function layoutOperations(
	block: Block<LayerOutline>,
	branch: Branch,
	side = 0
): OperationLine {
	const { main, shortcut } = listSteps(block, branch);
	const left = (index: number) => EDGE + index * PITCH;
	const end = left(main.length) - (PITCH - WIDTH) + EDGE;
	const lanes = Math.max(...main.map((step) => step.beside?.length ?? 0));
	const picture = side > 0 ? side + GAP : 0;
	const hasPictureAbove = shortcut?.some(({ layer }) => layer !== null) ?? false;
	const top = shortcut ? LANES.main + (hasPictureAbove ? picture : 0) : LANES.above;
	const middle = top + HEIGHT / 2;
	const drawing: Drawing = { top, picture, boxes: [], wires: [], arrows: [] };
	drawing.wires.push(`M16 ${middle}H${end - 16}`);
	main.forEach((step, index) => {
		drawing.boxes.push(boxAt(step, left(index), top, picture));
		step.beside?.forEach((path, lane) => {
			const bottom = top + HEIGHT + (main[index + path.joins]?.layer === null ? 0 : picture);
			drawPath(drawing, path, { x: left(index), lane, bottom });
		});
	});
	if (shortcut) drawShortcut(drawing, shortcut, left(main.length - 1));
	const { boxes, wires, arrows } = drawing;
	return {
		...{ boxes, wires, arrows },
		width: end,
		height: top + HEIGHT + picture + 6 + lanes * (LANE + picture),
		ports: [
			{ x: 10, y: middle },
			{ x: end - 10, y: middle }
		]
	};
}

interface Drawing {
	/** Of the boxes on the main line. */
	readonly top: number;
	/** Height that a picture takes with the gap above it; 0 for none. */
	readonly picture: number;
	readonly boxes: DrawnBox[];
	readonly wires: string[];
	readonly arrows: { x: number; y: number; up: boolean }[];
}

function boxAt(step: Step, x: number, y: number, picture: number): DrawnBox {
	const { operation, label, layer } = step;
	const side = picture - GAP;
	const place = { x: x + (WIDTH - side) / 2, y: y + HEIGHT + GAP, side };
	return {
		...{ operation, label, layer, x, y, width: WIDTH, height: HEIGHT },
		picture: picture > 0 && layer !== null ? place : null
	};
}

/** A path under the main line: leaves before the step at `x` and comes up into a later one. */
function drawPath(
	{ top, picture, boxes, wires, arrows }: Drawing,
	{ step, joins }: Path,
	{ x, lane, bottom }: { readonly x: number; readonly lane: number; readonly bottom: number }
): void {
	const start = x - (PITCH - WIDTH) / 2;
	const target = x + joins * PITCH + WIDTH / 2;
	const own = top + (lane + 1) * (LANE + picture);
	const middle = top + HEIGHT / 2;
	wires.push(`M${start} ${middle}V${own + HEIGHT / 2}H${target}V${bottom + 8}`);
	arrows.push({ x: target, y: bottom + 1, up: true });
	if (step) boxes.push(boxAt(step, x, own, picture));
}

function drawShortcut(
	{ top, picture, boxes, wires, arrows }: Drawing,
	shortcut: readonly Step[],
	lastX: number
): void {
	const lane = LANES.above + HEIGHT / 2;
	const target = lastX + WIDTH / 2;
	wires.push(`M20 ${top + HEIGHT / 2}V${lane}H${target}V${top - 8}`);
	arrows.push({ x: target, y: top - 1, up: false });
	const middle = (20 + target) / 2;
	const length = shortcut.length * PITCH - (PITCH - WIDTH);
	shortcut.forEach((step, index) => {
		const x = Math.round(middle - length / 2) + index * PITCH;
		boxes.push(boxAt(step, x, LANES.above, picture));
	});
}
